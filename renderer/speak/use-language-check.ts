import { useState } from 'react';
import type { BatchSource, LanguageDoubt } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';

/** A text that is about to be spoken by a voice of another language. */
export interface LanguageCheck {
  /** What is doubted now; empty: nothing. */
  readonly doubts: readonly LanguageDoubt[];
  readonly busy: boolean;
  /** Speaks it, unless its language is doubted: then nothing is asked for until a person has said so. */
  before(ask: { readonly voiceId: string; readonly from: BatchSource }, speak: () => void): Promise<void>;
  /** Speaks it all the same; the same doubt is not raised again. */
  goOn(): void;
  dismiss(): void;
}

export function useLanguageCheck(): LanguageCheck {
  const [held, setHeld] = useState<{ doubts: readonly LanguageDoubt[]; speak(): void } | null>(null);
  const [allowed, setAllowed] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  return {
    doubts: held?.doubts ?? [],
    busy,
    async before(ask, speak) {
      setHeld(null);
      setBusy(true);
      // Where it cannot be looked at, nothing is known to be wrong.
      const answer = await call('speech.language', ask).catch(() => undefined);
      setBusy(false);
      const doubts = answer?.ok ? answer.value.filter((doubt) => !allowed.has(nameOf(doubt))) : [];
      if (doubts.length === 0) speak();
      else setHeld({ doubts, speak });
    },
    goOn() {
      if (held === null) return;
      setAllowed((before) => new Set([...before, ...held.doubts.map(nameOf)]));
      setHeld(null);
      held.speak();
    },
    dismiss: () => setHeld(null),
  };
}

function nameOf({ voiceId, looks }: LanguageDoubt): string {
  return `${voiceId} ${looks}`;
}
