import { type Dispatch, type SetStateAction, useMemo, useState } from 'react';
import type { VoiceQuery } from '../../electron/cloning/voice/find-voices.ts';
import type { VoiceOrder } from './voice-search.ts';

/** How the library is looked at. */
export interface VoiceView extends VoiceQuery {
  readonly order: VoiceOrder;
}

/** What the comparing begins with: a voice, or a comparison that was begun before. */
export type CompareStart = { readonly voiceId: string } | { readonly comparisonId: string };

/** What of the Voices screen must outlive a change of screen. */
export interface VoicesState {
  readonly voiceView: VoiceView;
  readonly setVoiceView: Dispatch<SetStateAction<VoiceView>>;
  /** Null: the library is shown. */
  readonly comparing: CompareStart | null;
  compare(start: CompareStart | null): void;
  /** How many receipts were looked at; null until the first look. */
  readonly receiptsSeen: number | null;
  setReceiptsSeen(count: number): void;
}

export function useVoicesState(): VoicesState {
  const [voiceView, setVoiceView] = useState<VoiceView>({ typed: '', tag: null, order: 'newest' });
  const [comparing, compare] = useState<CompareStart | null>(null);
  const [receiptsSeen, setReceiptsSeen] = useState<number | null>(null);
  return useMemo(
    () => ({ voiceView, setVoiceView, comparing, compare, receiptsSeen, setReceiptsSeen }),
    [voiceView, comparing, receiptsSeen],
  );
}
