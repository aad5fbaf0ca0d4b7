import { describe, expect, it } from 'vitest';
import { proofListen, soundSpan } from '../../../electron/speaking/joining/proof-listen.ts';
import {
  addToPace,
  judgePace,
  NO_PACE,
  spokenCharacters,
  type VoicePace,
} from '../../../electron/speaking/joining/voice-pace.ts';
import { speechLike } from './speech-like.ts';

const RATE = 24_000;
const TEXT = 'Forty characters of text make a sentence of so much.';

describe('the pace of a voice', () => {
  it('counts letters and digits, and Chinese ones as two', () => {
    expect(spokenCharacters('Hi, 12! 👋')).toBe(4);
    expect(spokenCharacters('你好。')).toBe(4);
    expect(spokenCharacters('नमस्ते')).toBe(3);
  });

  it('is not known before five clips, and not changed by a short one', () => {
    expect(judgePace(paceOf(4), { text: TEXT, seconds: 9, speed: 1 })).toBeUndefined();
    expect(addToPace(NO_PACE, { text: 'Yes.', seconds: 1, speed: 1 })).toEqual(NO_PACE);
  });

  it.each([
    [3, 1, false],
    [4.2, 1, false],
    [6, 1, true],
    [1.5, 1, true],
    [1.5, 2, false],
  ])('judges %d s at speed %d odd: %s, where 3 s are usual', (seconds, speed, isOdd) => {
    expect(judgePace(paceOf(20), { text: TEXT, seconds, speed })?.isOdd).toBe(isOdd);
  });
});

describe('proof-listening', () => {
  const good = clip(3);

  it('lets a clip pass that is as it should be', () => {
    expect(doubts(good)).toEqual([]);
  });
  it('flags what is too short or too long for its text', () => {
    expect(doubts(clip(1.5))).toEqual(['too-short']);
    expect(doubts(clip(6))).toEqual(['too-long']);
  });
  it('flags a clip that is torn off in the middle of a sound', () => {
    expect(doubts(good.slice(0, Math.round(2.63 * RATE)))).toEqual(['ends-abruptly']);
  });
  it('flags a clip that was cut off at the top', () => {
    expect(doubts(good.map((value) => Math.max(-0.2, Math.min(0.2, value * 2))))).toEqual(['clipped']);
  });
  it('flags a long hole, and not the silence at the edges', () => {
    const holed = new Float32Array(5 * RATE);
    holed.set(clip(1.5), 0);
    holed.set(clip(1.4), Math.round(3.2 * RATE));
    expect(doubts(holed)).toContain('hole');
    expect(doubts(clip(3, 2))).toEqual([]);
  });
  it('flags silence', () => {
    expect(doubts(new Float32Array(RATE))).toEqual(['silent']);
    expect(soundSpan(new Float32Array(RATE), RATE)).toBeUndefined();
  });
});

function clip(seconds: number, edges = 0.1): Float32Array<ArrayBuffer> {
  return speechLike({ seconds: seconds - 0.2 + 0.2, sampleRate: RATE, level: 0.4, edges });
}

function paceOf(clips: number): VoicePace {
  let pace = NO_PACE;
  for (let i = 0; i < clips; i++)
    pace = addToPace(pace, { text: TEXT, seconds: 3 * (1 + (i % 3) * 0.02), speed: 1 });
  return pace;
}

function doubts(samples: Float32Array) {
  return proofListen({ samples, sampleRate: RATE, text: TEXT, speed: 1, pace: paceOf(20) });
}
