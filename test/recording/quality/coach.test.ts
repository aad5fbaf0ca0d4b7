import { describe, expect, test } from 'vitest';
import { createCoach } from '../../../electron/recording/quality/coach.ts';
import { COACH_HINTS, COACH_WORDS, type CoachHint } from '../../../electron/recording/quality/coach-words.ts';
import { seeded, sine } from '../tones.ts';
import { mixed, voice, whiteNoise } from './signals.ts';

const RATE = 48_000;
const BLOCK = RATE / 20;

/** What the coach says, block after block of 50 ms. */
function said(samples: Float32Array): (CoachHint | null)[] {
  const coach = createCoach({ sampleRate: RATE });
  const hints: (CoachHint | null)[] = [];
  for (let at = 0; at + BLOCK <= samples.length; at += BLOCK)
    hints.push(coach.add(samples.subarray(at, at + BLOCK)));
  return hints;
}

/** The hint shown after so many seconds. */
const saidAt = (samples: Float32Array, seconds: number) => said(samples)[Math.round(seconds * 20) - 1];
const kinds = (samples: Float32Array) => new Set(said(samples).filter((hint) => hint !== null));

const good = voice({ seconds: 20, peak: 0.4 });
const room = (seconds: number, db: number) => whiteNoise({ length: seconds * RATE, db });

describe('the coach', () => {
  test('says nothing to a good voice in a quiet room', () => {
    expect(kinds(good)).toEqual(new Set());
  });

  test.each<{ name: string; samples: Float32Array }>([
    { name: 'zeros', samples: new Float32Array(2 * RATE) },
    { name: 'an offset', samples: new Float32Array(2 * RATE).fill(0.01) },
    { name: 'NaN', samples: new Float32Array(2 * RATE).fill(Number.NaN) },
    { name: 'the faintest hiss', samples: room(2, -95) },
  ])('says within a second that $name is no signal', ({ samples }) => {
    expect(saidAt(samples, 1)).toBe('no-signal');
  });

  test('takes “no signal” back soon after sound arrives', () => {
    const samples = new Float32Array(6 * RATE);
    samples.set(voice({ seconds: 4, peak: 0.4 }), 2 * RATE);
    expect(saidAt(samples, 2)).toBe('no-signal');
    expect(saidAt(samples, 4.5)).toBeNull();
  });

  test.each<{ hint: CoachHint; name: string; samples: Float32Array }>([
    { hint: 'softer', name: 'clips', samples: good.map((x) => Math.max(-1, Math.min(1, 5 * x))) },
    {
      hint: 'louder',
      name: 'is quiet in a quiet room',
      samples: voice({ seconds: 20, peak: 0.05, noise: 0.00005 }),
    },
    {
      hint: 'closer',
      name: 'is quiet over noise',
      samples: mixed(voice({ seconds: 20, peak: 0.05, noise: 0 }), room(20, -58)),
    },
    { hint: 'noise', name: 'stands in noise', samples: mixed(good, room(20, -38)) },
    {
      hint: 'hum',
      name: 'has a hum under it',
      samples: mixed(good, sine({ hz: 50, sampleRate: RATE, seconds: 20, peak: 0.01 })),
    },
    { hint: 'speak', name: 'is not there', samples: room(12, -60) },
  ])('says “$hint” when the voice $name, and nothing else', ({ hint, samples }) => {
    expect(kinds(samples)).toEqual(new Set([hint]));
  });

  test('says “steady” when the voice moves away in the middle', () => {
    const samples = voice({ seconds: 20, peak: 0.8 }).map((x, i) => (i > 10 * RATE ? 0.25 * x : x));
    expect(kinds(samples)).toContain('steady');
  });

  test.each([50, 60])('tells a hum of %i Hz from a low voice', (hz) => {
    const humming = mixed(
      voice({ seconds: 10, pitch: 100, peak: 0.4 }),
      sine({ hz, sampleRate: RATE, seconds: 10, peak: 0.01 }),
    );
    expect(kinds(humming)).toContain('hum');
    expect(kinds(voice({ seconds: 20, pitch: 100, peak: 0.4 }))).not.toContain('hum');
    expect(kinds(voice({ seconds: 20, pitch: 120, peak: 0.4 }))).not.toContain('hum');
  });

  test('never flickers: whatever is heard, a hint stays long enough to be read', () => {
    const next = seeded(11);
    const kind = [
      room(60, -85),
      room(60, -45),
      room(60, -20).map((x) => 8 * x),
      voice({ seconds: 60, peak: 0.04 }),
      voice({ seconds: 60 }),
    ];
    const samples = new Float32Array(60 * RATE);
    for (let at = 0; at < samples.length; ) {
      const length = Math.round((0.05 + next() * 1.2) * RATE);
      samples.set(
        (kind[Math.floor(next() * kind.length)] ?? kind[0] ?? samples).subarray(at, at + length),
        at,
      );
      at += length;
    }
    const hints = said(samples);
    const changes = hints.flatMap((hint, i) => (i > 0 && hint !== hints[i - 1] ? [i] : []));
    for (let i = 1; i < changes.length; i++) {
      const shown = hints[(changes[i] ?? 0) - 1];
      const lasted = ((changes[i] ?? 0) - (changes[i - 1] ?? 0)) / 20;
      if (shown !== null) expect(lasted).toBeGreaterThanOrEqual(0.8);
    }
    expect(changes.length).toBeLessThan(60);
    expect(kinds(samples).size).toBeGreaterThan(1);
  });

  test('counts speech as it goes', () => {
    const coach = createCoach({ sampleRate: RATE });
    coach.add(good);
    expect(coach.speechSeconds).toBeGreaterThan(14);
    expect(coach.spans.length).toBeGreaterThan(5);
  });

  test.each([8000, 44_100, 192_000])('works at %i Hz', (sampleRate) => {
    const coach = createCoach({ sampleRate });
    for (let i = 0; i < 40; i++) coach.add(new Float32Array(Math.round(sampleRate / 20)));
    expect(coach.hint).toBe('no-signal');
  });

  test('has words for each hint', () => {
    for (const hint of COACH_HINTS) expect(COACH_WORDS[hint].length).toBeLessThan(60);
  });
});
