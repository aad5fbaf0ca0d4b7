import type { SpokenItem } from './sent-text.ts';

/** What having a text spoken comes to. */
export interface SpeechEstimate {
  /** Characters that are sent (UTF-16 units, as the server's limit counts). */
  readonly characters: number;
  /** Requests, one for each piece. */
  readonly requests: number;
  /** Credits; absent where nothing has been measured on this server yet: A2E publishes no price. */
  readonly credits?: number;
  /** It costs nothing there. */
  readonly isFree?: true;
}

/**
 * Estimates from what will be sent. `priceOf`: what a text of so many characters is likely to cost, undefined where that
 * was never measured. What is known already (by the cache) should be left out by the caller.
 */
export function estimateSpeech(
  items: readonly SpokenItem[],
  priceOf: (characters: number) => number | undefined = () => undefined,
): SpeechEstimate {
  const sent = items.flatMap((item) => (item.is === 'speech' ? [item.sent.length] : []));
  const characters = sent.reduce((sum, length) => sum + length, 0);
  const plain = { characters, requests: sent.length };
  const prices = sent.map(priceOf);
  if (prices.includes(undefined)) return plain;
  return { ...plain, credits: prices.reduce<number>((sum, price = 0) => sum + price, 0) };
}
