import type { CheckId, CheckStatus } from './report.ts';

/** From which values on a check warns and fails; an open end is left out. What lies between the `warn` bounds passes. */
export interface Bounds {
  readonly unit: string;
  readonly warn: { readonly below?: number; readonly above?: number };
  readonly fail: { readonly below?: number; readonly above?: number };
}

/** The one table of bounds; `duration` depends on the model and is not in it. */
export const BOUNDS: { readonly [C in Exclude<CheckId, 'duration'>]: Bounds } = {
  level: { unit: 'dBFS', warn: { below: -28, above: -12 }, fail: { below: -36, above: -7 } },
  loudness: { unit: 'LUFS', warn: { below: -31, above: -12 }, fail: { below: -42, above: -6 } },
  peak: { unit: 'dBTP', warn: { above: -1 }, fail: { above: 3 } },
  clipping: { unit: '%', warn: { above: 0.003 }, fail: { above: 0.3 } },
  noise: { unit: 'dB', warn: { below: 25 }, fail: { below: 12 } },
  hum: { unit: 'dBFS', warn: { above: -65 }, fail: { above: -30 } },
  silence: { unit: 's', warn: { above: 1.5 }, fail: { above: 4 } },
  evenness: { unit: 'dB', warn: { above: 8 }, fail: { above: 15 } },
  bandwidth: { unit: 'Hz', warn: { below: 10_000 }, fail: { below: 5200 } },
  speakers: { unit: '', warn: { above: 1 }, fail: { above: 1 } },
  echo: { unit: 's', warn: { above: 0.46 }, fail: { above: 0.9 } },
};

/** Which side of its bounds a value lies on. */
export function judge(value: number, { warn, fail }: Bounds): { status: CheckStatus; side: 'low' | 'high' } {
  const side = value < (warn.below ?? Number.NEGATIVE_INFINITY) ? 'low' : 'high';
  if (isBeyond(value, fail)) return { status: 'fail', side };
  return { status: isBeyond(value, warn) ? 'warn' : 'pass', side };
}

function isBeyond(value: number, { below, above }: Bounds['warn']): boolean {
  return (below !== undefined && value < below) || (above !== undefined && value > above);
}

/** The band of values that pass, as a report carries it. */
export function passBand({ warn }: Bounds): { from?: number; to?: number } {
  return {
    ...(warn.below !== undefined && { from: warn.below }),
    ...(warn.above !== undefined && { to: warn.above }),
  };
}
