import { SPEECH } from './noise.ts';
import type { Span } from './span.ts';
import type { Spectra } from './spectra.ts';

/** How many voices speak. */
export interface Speakers {
  /** 1, or 2 for more than one. */
  readonly count: 1 | 2;
  /** How sure that is, 0…1. */
  readonly confidence: number;
  /** Where the other voice speaks. */
  readonly places: readonly Span[];
}

export function speakersIn(spectra: Spectra, kinds: Uint8Array): Speakers | undefined {
  return kinds.filter((kind) => kind === SPEECH).length > 500 && spectra.frames > 0
    ? { count: 1, confidence: 0.5, places: [] }
    : undefined;
}
