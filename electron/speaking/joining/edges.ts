/** Quieter than the clip's peak by this counts as silence at its edges. */
const SILENCE_DB = -50;
/** What is left of the silence before and behind the speech, in milliseconds; the gaps are added to it. */
const KEEP_MS = { lead: 40, tail: 80 } as const;
/** A fade in and out at each joint, in milliseconds: nothing begins or ends with a step. */
export const FADE_MS = 10;

/** The clip without silence at its edges beyond a breath's; one that is silent all through as it is. */
export function trimEdges(samples: Float32Array<ArrayBuffer>, sampleRate: number): Float32Array<ArrayBuffer> {
  let peak = 0;
  for (const value of samples) peak = Math.max(peak, Math.abs(value));
  const threshold = peak * 10 ** (SILENCE_DB / 20);
  if (peak === 0) return samples;
  const first = samples.findIndex((value) => Math.abs(value) > threshold);
  const last = samples.findLastIndex((value) => Math.abs(value) > threshold);
  const begin = first - Math.round((KEEP_MS.lead * sampleRate) / 1000);
  const end = last + 1 + Math.round((KEEP_MS.tail * sampleRate) / 1000);
  return samples.slice(Math.max(0, begin), Math.min(samples.length, end));
}

/** Fades in and out in place, by half a cosine; a clip shorter than two fades gets shorter ones. */
export function fadeEdges(samples: Float32Array<ArrayBuffer>, sampleRate: number): void {
  const length = Math.min(Math.round((FADE_MS * sampleRate) / 1000), samples.length >> 1);
  for (let i = 0; i < length; i++) {
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * i) / length);
    const j = samples.length - 1 - i;
    samples[i] = (samples[i] as number) * gain;
    samples[j] = (samples[j] as number) * gain;
  }
}
