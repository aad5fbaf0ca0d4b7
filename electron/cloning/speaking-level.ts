const FRAME_SECONDS = 0.02;
/** Frames this far below the loudest ones are pauses, in dB. */
const PAUSE_BELOW_DB = 16;
const SILENCE_POWER = 1e-7;

/**
 * The level at which somebody speaks, pauses left out, in dBFS; undefined where nothing is spoken. The mean power of the
 * 20 ms frames within 16 dB of the loudest tenth: the margin of ITU-T P.56.
 */
export function speakingLevel(samples: Float32Array, sampleRate: number): number | undefined {
  const frame = Math.max(1, Math.round(FRAME_SECONDS * sampleRate));
  const powers: number[] = [];
  for (let start = 0; start + frame <= samples.length; start += frame) {
    let sum = 0;
    for (let i = start; i < start + frame; i++) sum += (samples[i] as number) ** 2;
    powers.push(sum / frame);
  }
  const loud = [...powers].sort((a, b) => a - b)[Math.floor(powers.length * 0.9)] ?? 0;
  if (!(loud > SILENCE_POWER)) return undefined;
  const spoken = powers.filter((power) => power > loud * 10 ** (-PAUSE_BELOW_DB / 10));
  return 10 * Math.log10(spoken.reduce((sum, power) => sum + power, 0) / spoken.length);
}
