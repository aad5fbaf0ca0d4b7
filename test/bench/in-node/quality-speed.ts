import { assessQuality } from '../../../electron/recording/quality/assess.ts';
import { createCoach } from '../../../electron/recording/quality/coach.ts';
import { integratedLoudness } from '../../../electron/recording/quality/loudness.ts';
import { truePeak } from '../../../electron/recording/quality/true-peak.ts';
import { voice } from '../../recording/quality/signals.ts';
import { ebur128, needlesLoudness } from './loudness-libraries.ts';

/** What this program prints: milliseconds of each round by what was done, and what the libraries measured. */
export interface QualityTimes {
  readonly times: Readonly<Record<string, readonly number[]>>;
  readonly lufs: Readonly<Record<string, number>>;
  readonly dbtp: Readonly<Record<string, number>>;
  /** Milliseconds of the processor for each second of sound that the coach hears. */
  readonly coach: readonly number[];
}

const RATE = 48_000;
const SECONDS = 60;
const ROUNDS = 9;
const WARM_UP = 2;

process.stdout.write(JSON.stringify(await measure()));

async function measure(): Promise<QualityTimes> {
  const samples = voice({ seconds: SECONDS });
  const window = { minSeconds: 10, maxSeconds: 60, sweetSpot: { from: 15, to: 45 } };
  const library = await ebur128();
  const works: Readonly<Record<string, () => unknown>> = {
    assess: () => assessQuality({ samples, sampleRate: RATE, window }),
    loudness: () => integratedLoudness(samples, RATE),
    peak: () => truePeak(samples),
    'ebur128-wasm loudness': () => library.loudness(RATE, samples),
    'ebur128-wasm peak': () => library.peak(RATE, samples),
    '@domchristie/needles loudness': () => needlesLoudness(RATE, samples),
  };
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  const coach: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(works)) {
      const ms = busy(work);
      if (round >= 0) times[name]?.push(ms);
    }
    const ms = busy(() => listen(samples));
    if (round >= 0) coach.push(ms / SECONDS);
  }
  return {
    times,
    coach,
    lufs: {
      timbre: integratedLoudness(samples, RATE) ?? Number.NaN,
      'ebur128-wasm': library.loudness(RATE, samples),
      '@domchristie/needles': needlesLoudness(RATE, samples),
    },
    dbtp: { timbre: truePeak(samples), 'ebur128-wasm': library.peak(RATE, samples) },
  };
}

function listen(samples: Float32Array): void {
  const coach = createCoach({ sampleRate: RATE });
  for (let at = 0; at < samples.length; at += RATE / 20) coach.add(samples.subarray(at, at + RATE / 20));
}

/** Milliseconds of processor time, so that other work on the computer counts less. */
function busy(work: () => unknown): number {
  globalThis.gc?.();
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
