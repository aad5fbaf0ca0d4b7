import type { SpokenItem } from './sent-text.ts';

/** What having a text spoken comes to. */
export interface SpeechEstimate {
  /** Characters that are sent (UTF-16 units, as the server's limit counts). */
  readonly characters: number;
  /** Requests, one for each piece. */
  readonly requests: number;
  /** Credits, rounded up; absent where nothing has been measured on this server yet: A2E publishes no price. */
  readonly credits?: number;
}

/** What this account was charged until now: credits that went while so many characters were spoken. */
export interface MeasuredPrice {
  readonly characters: number;
  readonly credits: number;
}

/** Below this many characters a measured price is chance. */
const ENOUGH_CHARACTERS = 200;

/** Estimates from what will be sent; what is known already (by the cache) should be left out by the caller. */
export function estimateSpeech(items: readonly SpokenItem[], measured?: MeasuredPrice): SpeechEstimate {
  const sent = items.flatMap((item) => (item.is === 'speech' ? [item.sent.length] : []));
  const characters = sent.reduce((sum, length) => sum + length, 0);
  const plain = { characters, requests: sent.length };
  if (!measured || measured.characters < ENOUGH_CHARACTERS) return plain;
  return { ...plain, credits: Math.ceil((characters * measured.credits) / measured.characters) };
}
