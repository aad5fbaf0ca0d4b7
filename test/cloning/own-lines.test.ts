import { describe, expect, it, test } from 'vitest';
import { ownLines, sameWords } from '../../electron/cloning/sample/own-lines.ts';
import type { SamplePart } from '../../electron/cloning/sample/sample.ts';
import type { Take } from '../../electron/recording/take.ts';
import { take } from '../renderer/examples.ts';

const RATE = 48_000;
const READ: Partial<Take> = {
  marks: [
    { at: 0, sentence: -1, text: 'I agree to be cloned.' },
    { at: 4 * RATE, sentence: 0, text: '“The sea was calm,” he said.' },
    { at: 8 * RATE, sentence: 1, text: 'The wind rose.' },
    { at: 11 * RATE, sentence: 2 },
  ],
};
const same = (parts: readonly SamplePart[]) => parts;
const ADA = { id: 'ada', takeIds: ['t1'] };
const look = (more: Partial<Parameters<typeof ownLines>[0]> = {}) =>
  ownLines({ takes: [take('t1', 15, READ)], voices: [ADA], withoutConsent: same, ...more });

describe('a sentence that was recorded', () => {
  it('is found by its words, and lies where it was read', () => {
    expect(look()(ADA, 'the sea was calm,  he said')).toMatchObject({
      ...{ takeId: 't1', from: 4 * RATE, to: 8 * RATE, createdAt: 1000 },
    });
    expect(look()(ADA, 'The wind rose!')?.from).toBe(8 * RATE);
    expect(look()(ADA, 'The wind fell.')).toBeUndefined();
  });

  it('is never the consent, nor a stretch in which somebody agrees', () => {
    expect(look()(ADA, 'I agree to be cloned.')).toBeUndefined();
    const cut = look({
      withoutConsent: (parts) => parts.map((part) => ({ ...part, from: part.from + 1 })),
    });
    expect(cut(ADA, 'The wind rose.')).toBeUndefined();
    expect(look({ withoutConsent: () => [] })(ADA, 'The wind rose.')).toBeUndefined();
  });

  it('is not of another voice, where somebody else may speak, nor of a take that is gone or came as a file', () => {
    const bob = { id: 'bob', takeIds: ['t2'] };
    expect(look({ voices: [ADA, bob] })(bob, 'The wind rose.')).toBeUndefined();
    const free = look({ takes: [take('t3', 15, READ)], voices: [ADA, bob] });
    expect(free(bob, 'The wind rose.')?.takeId).toBe('t3');
    expect(free({ id: 'public', takeIds: [] }, 'The wind rose.')).toBeUndefined();
    const gone = take('t1', 15, { ...READ, state: { status: 'discarded', at: 1 } });
    expect(look({ takes: [gone] })(ADA, 'The wind rose.')).toBeUndefined();
    const file = take('t1', 15, { ...READ, source: { kind: 'file', fileName: 'a.wav' } });
    expect(look({ takes: [file] })(ADA, 'The wind rose.')).toBeUndefined();
  });

  it('is the newest reading, of one’s own takes first, and none that was passed over', () => {
    const later = take('t1b', 15, { ...READ, createdAt: 2000 });
    const both = { id: 'ada', takeIds: ['t1', 't1b'] };
    expect(look({ takes: [take('t1', 15, READ), later] })(both, 'The wind rose.')?.takeId).toBe('t1b');
    expect(look({ takes: [take('t1', 15, READ), later] })(ADA, 'The wind rose.')?.takeId).toBe('t1');
    const skipped = take('t1', 15, {
      marks: [
        { at: 0, sentence: 0, text: 'A long sentence that nobody says in a tenth of a second.' },
        { at: RATE / 10, sentence: 1, text: 'Next.' },
      ],
    });
    expect(
      look({ takes: [skipped] })(ADA, 'A long sentence that nobody says in a tenth of a second.'),
    ).toBeUndefined();
  });
});

test.each([
  ['“Hello there!”', 'hello there'],
  ['  HELLO   there… ', 'Hello there.'],
  ['It’s mine', "It's mine."],
  ['Well – then — go', 'Well-then - go?'],
  ['«Oui», dit-il.', 'Oui, dit-il'],
  ['「はい」と言った。', 'はいと言った'],
])('“%s” and “%s” are the same words', (a, b) => {
  expect(sameWords(a)).toBe(sameWords(b));
});

test.each([
  ['Its mine', "It's mine"],
  ['Come, Ada.', 'Come Ada.'],
  ['one', 'two'],
])('“%s” and “%s” are not', (a, b) => {
  expect(sameWords(a)).not.toBe(sameWords(b));
});
