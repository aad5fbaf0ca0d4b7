import { expect, test } from 'vitest';
import { allowsVoice, standingConsent } from '../../../electron/cloning/sample/consent.ts';
import type { Consent } from '../../../electron/cloning/voice/voice.ts';

const record = { id: 'c', text: 'I agree.', sha256: 'ab', seconds: 3 };
const recorded = { source: { kind: 'microphone', device: 'Desk' } } as const;
const file = { source: { kind: 'file', fileName: 'a.wav' } } as const;
const how = (way: Consent['how'], more: Partial<Consent> = {}): Consent => ({ at: 1, how: way, ...more });

test.each([
  ['nobody agreed', null, [file], false],
  ['it was spoken', how('spoken', { record }), [recorded], true],
  ['it was spoken, and a file is among it', how('spoken', { record }), [recorded, file], true],
  ['it is said to be spoken, without a sound', how('spoken'), [recorded], false],
  ['a file was ticked', how('ticked'), [file], true],
  ['a recording was ticked', how('ticked'), [recorded], false],
  ['a recording among files was ticked', how('ticked'), [file, recorded], false],
  ['a file has a statement', how('statement', { record }), [file], true],
  ['a statement has no sound', how('statement'), [file], false],
  ['a recording has a statement', how('statement', { record }), [recorded], false],
  ['the command line says so of a file', how('command-line'), [file], true],
])('where %s', (_what, consent, takes, allowed) => {
  expect(allowsVoice(consent, takes)).toBe(allowed);
});

test('a consent given for an earlier voice of the same takes stands, and for no others', () => {
  const voices = [{ takeIds: ['a', 'b'], consent: how('spoken', { record }) }];
  expect(standingConsent(['b'], voices)?.how).toBe('spoken');
  expect(standingConsent(['a', 'c'], voices)).toBeUndefined();
  expect(standingConsent([], voices)).toBeUndefined();
});
