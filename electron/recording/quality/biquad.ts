/** A second-order filter, normalised so that a0 is 1. */
export interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** Butterworth low or high pass of second order (R. Bristow-Johnson, Audio EQ Cookbook). `hz` is held below 0.45 × rate. */
export function passBiquad(kind: 'low' | 'high', hz: number, sampleRate: number): Biquad {
  const turn = (2 * Math.PI * Math.min(hz, 0.45 * sampleRate)) / sampleRate;
  const cos = Math.cos(turn);
  const alpha = Math.sin(turn) / Math.SQRT2;
  const a0 = 1 + alpha;
  const edge = kind === 'low' ? 1 - cos : 1 + cos;
  const b0 = edge / 2 / a0;
  return {
    b0,
    b1: ((kind === 'low' ? 1 : -1) * edge) / a0,
    b2: b0,
    a1: (-2 * cos) / a0,
    a2: (1 - alpha) / a0,
  };
}
