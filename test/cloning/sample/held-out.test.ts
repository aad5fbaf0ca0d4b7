import { describe, expect, it } from 'vitest';
import { heldOut } from '../../../electron/cloning/sample/held-out.ts';
import type { Take, TakeMark } from '../../../electron/recording/take.ts';

const RATE = 1000;
const take = (id: string, seconds: number, more: Partial<Take> = {}): Take => ({
  ...{ id, createdAt: 1, sampleRate: RATE, bitDepth: 16, samples: seconds * RATE },
  ...{ source: { kind: 'microphone', device: 'Desk' }, state: { status: 'kept', recovered: false } },
  ...more,
});
/** Consent for five seconds, then three sentences of five seconds. */
const marks: readonly TakeMark[] = [-1, 0, 1, 2].map((sentence, at) => ({ at: at * 5 * RATE, sentence }));
const read = take('read', 20, { marks });
const part = (sentence: number) => ({
  takeId: 'read',
  from: (sentence + 1) * 5 * RATE,
  to: (sentence + 2) * 5 * RATE,
  sentence,
});
const madeOf = (...sentences: number[]) => ({ takeIds: ['read'], parts: sentences.map(part) });

const inFile = take('file', 60, {
  source: { kind: 'file', fileName: 'talk.mp3' },
  speech: {
    ...{ seconds: 30, by: 'silero' },
    spans: [
      { from: 1000, to: 4000 },
      { from: 4300, to: 7000 },
      { from: 9000, to: 9800 },
      { from: 20_000, to: 30_000 },
      { from: 30_200, to: 38_000 },
    ],
  },
});

describe('a stretch of a recording that followed no script', () => {
  it('goes from pause to pause, is neither too short nor too long, and lies outside of what the voice was made of', () => {
    const made = { takeIds: ['file'], parts: [{ takeId: 'file', from: 31_000, to: 60_000 }] };
    expect(heldOut([made], [inFile])).toEqual([
      { takeId: 'file', from: 850, to: 7150 },
      { takeId: 'file', from: 19_850, to: 30_150 },
    ]);
  });
});

describe('a sentence of one’s own that no voice has heard', () => {
  it.each([
    { what: 'is one that was left out', voices: [madeOf(0, 2)], takes: [read], found: ['read 1'] },
    {
      what: 'is one that none of them has',
      voices: [madeOf(0), madeOf(1)],
      takes: [read],
      found: ['read 2'],
    },
    { what: 'is never the consent', voices: [madeOf(0, 1, 2)], takes: [read], found: [] },
    {
      what: 'is none of a take that was used whole',
      voices: [{ takeIds: ['read'] }],
      takes: [read],
      found: [],
    },
    {
      what: 'may be a short take of its own, after those of the voice’s takes',
      voices: [madeOf(0, 1)],
      takes: [take('line', 4, { createdAt: 9 }), read],
      found: ['read 2', 'line'],
    },
    {
      what: 'comes from the newest take first',
      voices: [madeOf(0)],
      takes: [take('a', 4), take('b', 4, { createdAt: 2 })],
      found: ['b', 'a'],
    },
    {
      what: 'is neither a word nor a speech',
      voices: [madeOf(0)],
      takes: [take('a', 1), take('b', 21)],
      found: [],
    },
    {
      what: 'is of no take that was discarded',
      voices: [madeOf(0)],
      takes: [take('a', 4, { state: { status: 'discarded', at: 1 } })],
      found: [],
    },
  ])('$what', ({ voices, takes, found }) => {
    const names = heldOut(voices, takes).map(({ takeId, sentence }) => [takeId, sentence].join(' ').trim());
    expect(names).toEqual(found);
  });
});
