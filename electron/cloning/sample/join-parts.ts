/** How long two parts overlap where they are joined, in seconds: within the 10–30 ms in which no click is heard. */
export const JOIN_SECONDS = 0.02;
/** How far from its edge a part is searched for a quieter place to join it at, in seconds. */
const SEARCH_SECONDS = 0.12;
const FRAME_SECONDS = 0.01;
/** Only sound at least this far below the level of speech may be left out of a part, in dB. */
const QUIET_BELOW_DB = 20;
/** How long a part that was cut somewhere takes to begin and to end, in seconds. */
const EDGE_SECONDS = 0.005;

/** Sound with the level at which it is spoken, in dBFS. */
export interface Leveled {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly level: number;
}

/**
 * How much of a part may be left out at its end (`end`) or its beginning so that it is joined in the quietest place
 * near by, in samples. Looks up to 120 ms into the part and stops where something is spoken; 0 where the very edge is.
 */
export function quietInset(
  { samples, level }: Leveled,
  { sampleRate, edge }: { readonly sampleRate: number; readonly edge: 'start' | 'end' },
): number {
  const frame = Math.round(FRAME_SECONDS * sampleRate);
  const most = Math.min(Math.round(SEARCH_SECONDS * sampleRate), Math.floor(samples.length / 4));
  let best = { inset: 0, power: Number.POSITIVE_INFINITY };
  for (let inset = 0; inset + frame <= most; inset += frame) {
    const from = edge === 'start' ? inset : samples.length - inset - frame;
    const power = meanPower(samples.subarray(from, from + frame));
    if (10 * Math.log10(power) > level - QUIET_BELOW_DB) break;
    if (power < best.power) best = { inset, power };
  }
  return best.inset;
}

function meanPower(samples: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += (samples[i] as number) ** 2;
  return sum / Math.max(1, samples.length);
}

/**
 * Parts of one rate as one sound, each laid over the end of the one before it for 20 ms at equal power (cosine and sine:
 * their squares add up to 1, which keeps the loudness of sounds that have nothing to do with each other).
 */
export function crossfade(parts: readonly Float32Array[], sampleRate: number): Float32Array<ArrayBuffer> {
  const overlap = Math.round(JOIN_SECONDS * sampleRate);
  const shared = parts.map((part, i) =>
    i === 0 ? 0 : Math.min(overlap, Math.floor(part.length / 2), Math.floor((parts[i - 1]?.length ?? 0) / 2)),
  );
  const length = parts.reduce((sum, part, i) => sum + part.length - (shared[i] ?? 0), 0);
  const joined = new Float32Array(length);
  let end = 0;
  parts.forEach((part, i) => {
    const over = shared[i] ?? 0;
    const start = end - over;
    for (let k = 0; k < over; k++) {
      const turn = ((k + 0.5) / over) * (Math.PI / 2);
      joined[start + k] = (joined[start + k] ?? 0) * Math.cos(turn) + (part[k] ?? 0) * Math.sin(turn);
    }
    joined.set(part.subarray(over), end);
    end = start + part.length;
  });
  return joined;
}

/** Lets a sound begin or end softly over 5 ms where it was cut; changes it in place. */
export function softenEdges(
  samples: Float32Array,
  { sampleRate, start, end }: { readonly sampleRate: number; readonly start: boolean; readonly end: boolean },
): void {
  const length = Math.min(Math.round(EDGE_SECONDS * sampleRate), Math.floor(samples.length / 2));
  for (let k = 0; k < length; k++) {
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * (k + 0.5)) / length);
    const last = samples.length - 1 - k;
    if (start) samples[k] = (samples[k] as number) * gain;
    if (end) samples[last] = (samples[last] as number) * gain;
  }
}
