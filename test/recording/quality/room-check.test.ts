import { describe, expect, test } from 'vitest';
import { ROOM_WORDS } from '../../../electron/recording/quality/coach-words.ts';
import {
  createRoomCheck,
  ROOM_CODES,
  type RoomCode,
} from '../../../electron/recording/quality/room-check.ts';
import { sine } from '../tones.ts';
import { mixed, voice, whiteNoise } from './signals.ts';

const RATE = 48_000;

function listenTo(samples: Float32Array, sampleRate = RATE) {
  const check = createRoomCheck({ sampleRate });
  for (let at = 0; at < samples.length; at += 2400) check.add(samples.subarray(at, at + 2400));
  return check;
}

const noise = (db: number) => whiteNoise({ length: 4 * RATE, db });
const hum = (peak: number, hz = 50) => sine({ hz, sampleRate: RATE, seconds: 4, peak });

describe('the room check', () => {
  test('takes three seconds, whatever the blocks, and then hears no more', () => {
    const check = createRoomCheck({ sampleRate: RATE });
    for (let i = 0; i < 59; i++) check.add(noise(-70).subarray(0, 2400));
    expect(check.report).toBeUndefined();
    expect(check.progress).toBeCloseTo(59 / 60);
    check.add(noise(-70).subarray(0, 2400));
    const { report } = check;
    expect(report).toBeDefined();
    check.add(noise(-10));
    expect(check.report).toBe(report);
    expect(check.progress).toBe(1);
  });

  test.each<{ name: string; samples: Float32Array; verdict: string; code: RoomCode }>([
    { name: 'a quiet room', samples: noise(-65), verdict: 'good', code: 'quiet' },
    { name: 'a room with a fan', samples: noise(-44), verdict: 'fair', code: 'noisy' },
    { name: 'a loud room', samples: noise(-30), verdict: 'poor', code: 'noisy' },
    { name: 'a faint hum', samples: mixed(noise(-70), hum(0.002)), verdict: 'fair', code: 'hum' },
    { name: 'a strong hum', samples: mixed(noise(-60), hum(0.02, 60)), verdict: 'poor', code: 'hum' },
    { name: 'a voice', samples: voice({ seconds: 4 }), verdict: 'fair', code: 'unsteady' },
    { name: 'no signal', samples: new Float32Array(4 * RATE), verdict: 'poor', code: 'no-signal' },
    { name: 'NaN', samples: new Float32Array(4 * RATE).fill(Number.NaN), verdict: 'poor', code: 'no-signal' },
  ])('$name is $verdict: $code', ({ samples, verdict, code }) => {
    expect(listenTo(samples).report).toMatchObject({ verdict, code });
  });

  test.each([-70, -55, -40])('measures noise of %i dBFS to half a decibel', (db) => {
    expect(Math.abs((listenTo(noise(db)).report?.noise ?? 0) - db)).toBeLessThan(0.5);
  });

  test.each([50, 60] as const)('measures a hum of %i Hz to a decibel', (hz) => {
    const { report } = listenTo(mixed(noise(-70), hum(0.01, hz)));
    expect(report?.hum?.mains).toBe(hz);
    expect(Math.abs((report?.hum?.level ?? 0) - 20 * Math.log10(0.01 / Math.SQRT2))).toBeLessThan(1);
  });

  test.each([8000, 192_000])('works at %i Hz', (sampleRate) => {
    const samples = whiteNoise({ length: 3 * sampleRate, db: -65 });
    expect(listenTo(samples, sampleRate).report).toMatchObject({ code: 'quiet' });
  });

  test('has words for each outcome', () => {
    expect(Object.keys(ROOM_WORDS).sort()).toEqual([...ROOM_CODES].sort());
  });
});
