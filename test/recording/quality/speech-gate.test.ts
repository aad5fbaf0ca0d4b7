import { describe, expect, test } from 'vitest';
import { frameLevels } from '../../../electron/recording/quality/frame-levels.ts';
import { spanSeconds } from '../../../electron/recording/quality/span.ts';
import { createSpeechGate, speechSpansOf } from '../../../electron/recording/quality/speech-gate.ts';
import { sine } from '../tones.ts';
import { mixed, voice, whiteNoise } from './signals.ts';

const RATE = 48_000;

function heard(samples: Float32Array, block = 2400, sampleRate = RATE) {
  const gate = createSpeechGate({ sampleRate });
  for (let at = 0; at < samples.length; at += block) gate.add(samples.subarray(at, at + block));
  return gate;
}

const silence = (seconds: number) => new Float32Array(Math.round(seconds * RATE));
const after = (...parts: readonly Float32Array[]) => {
  const out = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    out.set(part, at);
    return at + part.length;
  }, 0);
  return out;
};

describe('the speech gate', () => {
  test('counts what is spoken and leaves out the pauses', () => {
    const gate = heard(voice({ seconds: 24 }));
    // Ten phrases of 2 s with 0.4 s between them.
    expect(gate.seconds).toBeCloseTo(24, 1);
    expect(gate.speechSeconds).toBeGreaterThan(18);
    expect(gate.speechSeconds).toBeLessThan(22);
    expect(gate.spans).toHaveLength(10);
    expect(spanSeconds(gate.spans)).toBeCloseTo(gate.speechSeconds, 5);
  });

  test('does not depend on how the sound is cut into blocks', () => {
    const samples = voice({ seconds: 6 });
    for (const block of [1, 441, 48_000]) expect(heard(samples, block).spans).toEqual(heard(samples).spans);
  });

  test('hears within half a second that somebody begins and ends to speak', () => {
    const gate = createSpeechGate({ sampleRate: RATE });
    const room = whiteNoise({ length: RATE, db: -65 });
    gate.add(room);
    expect(gate.speaking).toBe(false);
    gate.add(mixed(voice({ seconds: 0.5 }), room));
    expect(gate.speaking).toBe(true);
    gate.add(room.subarray(0, RATE / 2));
    expect(gate.speaking).toBe(false);
  });

  test.each([-60, -50, -45])('finds the voice over noise of %i dBFS', (db) => {
    const samples = mixed(voice({ seconds: 24, peak: 0.5 }), whiteNoise({ length: 24 * RATE, db }));
    expect(heard(samples).speechSeconds).toBeGreaterThan(15);
    expect(heard(samples).speechSeconds).toBeLessThan(22);
  });

  test.each<{ name: string; samples: Float32Array }>([
    { name: 'silence', samples: silence(10) },
    { name: 'steady noise', samples: whiteNoise({ length: 10 * RATE, db: -30 }) },
    { name: 'a steady tone', samples: sine({ hz: 300, sampleRate: RATE, seconds: 10 }) },
    { name: 'a rumble below the voice', samples: sine({ hz: 30, sampleRate: RATE, seconds: 10 }) },
    { name: 'an offset', samples: silence(10).fill(0.5) },
    { name: 'NaN', samples: silence(10).fill(Number.NaN) },
  ])('$name is no speech', ({ samples }) => {
    expect(heard(samples).speechSeconds).toBeLessThan(1);
  });

  test('a click is no speech', () => {
    const samples = whiteNoise({ length: 5 * RATE, db: -70 });
    samples.fill(0.8, 100_000, 100_200);
    expect(heard(samples).spans).toEqual([]);
  });

  test('silence of a muted microphone does not make the room’s noise a voice afterwards', () => {
    const room = whiteNoise({ length: 4 * RATE, db: -50 });
    const levels = frameLevels(after(voice({ seconds: 4 }), silence(4), room), RATE);
    const late = speechSpansOf(levels).filter(({ to }) => to > 8.5);
    expect(spanSeconds(late)).toBeLessThan(0.5);
  });

  test('a sound that is all there is judged by the whole of it', () => {
    const levels = frameLevels(voice({ seconds: 24 }), RATE);
    expect(speechSpansOf(levels)).toHaveLength(10);
  });
});
