import type { Pcm } from '../../recording/wav.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Engine } from '../engines/engines.ts';
import type { CloningFaultCode } from '../voice/voice.ts';

/** A sample whose loudest moment stays below this holds no speech, in dBFS (RMS over 50 ms, sine at full scale = −3). */
export const SILENCE_DBFS = -55;
const WINDOW_SECONDS = 0.05;

/** The RMS level of the loudest 50 ms, in dBFS; −Infinity for digital silence. */
export function loudestLevel({ samples, sampleRate }: Pcm): number {
  const window = Math.max(1, Math.round(sampleRate * WINDOW_SECONDS));
  let loudest = 0;
  for (let start = 0; start + window <= samples.length; start += window) {
    let sum = 0;
    for (let i = start; i < start + window; i++) sum += (samples[i] ?? 0) ** 2;
    loudest = Math.max(loudest, sum / window);
  }
  return 10 * Math.log10(loudest);
}

/**
 * Whether these recordings together are a sample that the engine takes: the right length in all, and not silent.
 * A2E's rule [doc]: at least 10 s and at most 60 s in total.
 */
export function checkSample(
  sounds: readonly Pcm[],
  engine: Pick<Engine, 'minSeconds' | 'maxSeconds'>,
): Result<{ readonly seconds: number }, CloningFaultCode> {
  if (sounds.length === 0) return fail('sample-missing');
  const seconds = sounds.reduce((sum, { samples, sampleRate }) => sum + samples.length / sampleRate, 0);
  const { minSeconds: min, maxSeconds: max } = engine;
  // Rounded away from the limit: "10 s long, at least 10 s are needed" helps nobody.
  if (seconds < min)
    return fail('sample-too-short', { facts: { seconds: Math.floor(seconds * 10) / 10, min, max } });
  if (seconds > max)
    return fail('sample-too-long', { facts: { seconds: Math.ceil(seconds * 10) / 10, min, max } });
  if (sounds.some((sound) => !(loudestLevel(sound) >= SILENCE_DBFS)))
    return fail('sample-silent', { facts: { level: SILENCE_DBFS } });
  return ok({ seconds });
}
