import { expect, test } from 'vitest';
import { ENGINES } from '../../../../electron/cloning/engines/engines.ts';
import { draftProblem, sampleProblem } from '../../../../renderer/record/make-voice/make-voice-rules.ts';
import { hintWords } from '../../../../renderer/record/record-words.ts';
import { EMPTY_VOICE_DRAFT } from '../../../../renderer/window-state.tsx';

const NOTHING = { seconds: 0, speech: 0 };
const SHORT = { seconds: 4, speech: 4 };
const complete = { ...EMPTY_VOICE_DRAFT, name: 'Maria' };

test.each([
  ['no name', { ...complete, name: '  ' }, 'Give the voice a name.'],
  ['a language the engine does not speak', { ...complete, language: 'sv' }, 'A2E does not speak Swedish.'],
  ['everything', complete, null],
])('with %s', (_what, draft, problem) => {
  expect(draftProblem(draft, ENGINES.a2e)).toBe(problem);
});

test.each([
  [0, 'Record something, or choose a recording below.'],
  [4.2, '6 s are missing. Record another: it adds up.'],
  [10, null],
  [60, null],
  [61, 'That is more than 60 s. Leave something out.'],
])('a sample of %d s', (seconds, problem) => {
  expect(sampleProblem({ seconds, speech: seconds }, ENGINES.a2e)).toBe(problem);
});

test('the first hint tells how long to read, for the chosen engine', () => {
  const hint = (model: keyof typeof ENGINES) =>
    hintWords({ is: 'idle', sample: NOTHING, engine: ENGINES[model], narrow: false, reading: null });
  expect(hint('a2e')).toBe('Press and read aloud for 15 to 45 seconds.');
  expect(hint('elevenlabs')).toContain('45 to 60');
});

test('after a short take the hint says how much is missing', () => {
  expect(
    hintWords({ is: 'idle', sample: SHORT, engine: ENGINES.a2e, narrow: false, reading: null }),
  ).toContain('6 s are missing');
  expect(
    hintWords({ is: 'recording', sample: SHORT, engine: ENGINES.a2e, narrow: false, reading: null }),
  ).toContain('to stop');
});

test('a microphone that hears like a telephone is told before the first take', () => {
  const ask = { is: 'idle', sample: NOTHING, engine: ENGINES.a2e, reading: null } as const;
  expect(hintWords({ ...ask, narrow: true })).toContain('like a telephone');
});

test('while one reads the hint tells how to go on', () => {
  const ask = { is: 'recording', sample: NOTHING, engine: ENGINES.a2e, narrow: false } as const;
  expect(hintWords({ ...ask, reading: -1 })).toBe('Read this line, then press → for the text.');
  expect(hintWords({ ...ask, reading: 2 })).toContain('next sentence');
  expect(hintWords({ ...ask, reading: null })).toContain('to stop');
});
