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
