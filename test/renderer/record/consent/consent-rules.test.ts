import { expect, test } from 'vitest';
import type { Consent } from '../../../../electron/cloning/voice/voice.ts';
import {
  consentProblem,
  consentState,
  needsSpokenConsent,
} from '../../../../renderer/record/consent/consent-rules.ts';
import { take, voice } from '../../examples.ts';

const record = { id: 'c', text: 'I agree.', sha256: 'ab', seconds: 3 };
const spoken: Consent = { at: 1, how: 'spoken', record };
const ticked: Consent = { at: 1, how: 'ticked' };
const here = take('here', 20);
const file = take('file', 20, { source: { kind: 'file', fileName: 'a.wav' } });

test.each([
  ['nothing recorded yet', null, [], 'to-be-spoken'],
  ['recorded here', null, [here], 'to-be-spoken'],
  ['recorded here and only ticked', ticked, [here], 'to-be-spoken'],
  ['recorded here and spoken', spoken, [here], 'given'],
  ['a file', null, [file], 'to-be-confirmed'],
  ['a file, ticked', ticked, [file], 'given'],
] as const)('%s', (_what, consent, takes, is) => {
  expect(consentState(consent, takes, []).is).toBe(is);
});

test('an earlier voice of the same recordings carries its consent on', () => {
  const before = voice('v', { takeIds: ['here'], consent: spoken });
  expect(consentState(null, [here], [before])).toEqual({ is: 'given', consent: spoken });
});

test('only a spoken consent is not asked for again when one records', () => {
  expect([null, ticked, spoken].map(needsSpokenConsent)).toEqual([true, true, false]);
});

test('what is missing is said in a sentence', () => {
  expect(consentProblem({ is: 'given', consent: spoken })).toBeNull();
  expect(consentProblem({ is: 'to-be-spoken' })).toMatch(/read aloud/);
});
