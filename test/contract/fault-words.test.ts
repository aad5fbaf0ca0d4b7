import { describe, expect, it } from 'vitest';
import { A2E_FAULT_CODES } from '../../electron/a2e/faults.ts';
import type { CloningFaultCode } from '../../electron/cloning/voice/voice.ts';
import { faultLine, faultWords } from '../../electron/contract/fault-words.ts';
import type { EdgeFaultCode, FaultCode } from '../../electron/contract/faults.ts';
import type { JobFaultCode } from '../../electron/jobs/job.ts';
import type { LibraryFaultCode } from '../../electron/library/faults.ts';
import type { ModelFaultCode } from '../../electron/local-server/pocket/model.ts';
import type { RecordingFaultCode } from '../../electron/recording/take.ts';
import type { SpeakingFaultCode } from '../../electron/speaking/clip.ts';

/** Every code by its room, and what its words need; a missing or an invented one does not compile. */
type Needs = Readonly<Record<string, string | number>>;
const CLONING: Readonly<Record<CloningFaultCode, Needs>> = {
  'consent-missing': {},
  'consent-not-heard': {},
  'part-not-possible': {},
  'name-missing': {},
  'language-unsupported': { language: 'yue' },
  'sample-missing': {},
  'sample-too-short': { seconds: 9, min: 10, max: 60 },
  'sample-too-long': { seconds: 61, min: 10, max: 60 },
  'sample-silent': { level: -55 },
  'voice-not-found': {},
  'voice-ambiguous': {},
  'voice-name-taken': {},
  'voice-not-yours': {},
  'voice-not-possible': {},
  'training-failed': {},
  'training-unknown': {},
  'server-not-set': { server: 'https://a2e.example' },
  'ceiling-reached': { spent: 500, ceiling: 500 },
  'token-missing': { server: 'https://a2e.example' },
  'voice-gone': {},
};
const JOBS: Readonly<Record<JobFaultCode, Needs>> = {
  'job-unreadable': {},
  'job-broke': {},
  'journal-not-written': {},
  'job-not-found': {},
  'job-not-retryable': {},
};
const LIBRARY: Readonly<Record<LibraryFaultCode, Needs>> = {
  'folder-in-use': { holder: 'the app, process 7' },
  'folder-not-usable': {},
  'settings-not-written': {},
  'voice-file-unreadable': {},
  'voice-file-newer': { version: 2 },
  'voice-file-known': { name: 'Ada' },
};
const MODELS: Readonly<Record<ModelFaultCode, Needs>> = {
  'model-incomplete': {},
  'model-wrong-checksum': {},
  'model-not-unpacked': {},
  'model-does-not-run': {},
  'model-changed': { file: 'encoder.onnx' },
  'model-engine-missing': {},
  'model-download-failed': {},
  'model-busy': {},
};
const RECORDING: Readonly<Record<RecordingFaultCode, Needs>> = {
  'take-not-possible': {},
  'not-cleaned': {},
  'too-long-to-clean': { minutes: 10 },
  'take-not-found': {},
  'not-audio': { file: 'ada.wav' },
  'audio-broken': { file: 'ada.wav' },
  'audio-empty': { file: 'ada.wav' },
  'audio-too-long': { file: 'ada.wav', limit: '12 hours' },
  'format-not-supported': { file: 'ada.m4a', format: 'AC-3 in MP4' },
  'file-not-found': { file: 'ada.wav' },
  'import-not-found': {},
  'quality-stopped': {},
  'quality-busy': {},
  'quality-failed': {},
  'frames-out-of-order': {},
  'disk-full': {},
  'not-written': {},
};
const SPEAKING: Readonly<Record<SpeakingFaultCode, Needs>> = {
  'voice-not-ready': { name: 'Ada' },
  'comparison-not-possible': {},
  'comparison-not-found': {},
  'batch-not-found': {},
  'line-not-found': {},
  'batch-unreadable': {},
  'batch-ceiling-reached': { used: 40, ceiling: 40 },
  'batch-too-long': { lines: 200_000, limit: 100_000 },
  'export-failed': {},
  'export-too-long': { hours: 24 },
  'export-empty': {},
  'export-not-found': {},
  'drag-not-possible': {},
  'too-many-files': { clips: 300, limit: 200 },
  'own-line-not-found': {},
  'document-unknown': { name: 'ada.pdf' },
  'document-too-large': { name: 'ada.txt', limit: '50 MB' },
  'document-broken': { name: 'ada.epub' },
  'document-locked': { name: 'ada.epub' },
  'document-empty': { name: 'ada.txt' },
  'text-empty': {},
  'text-too-long': { length: 1001, limit: 1000 },
  'speed-out-of-range': {},
  'voice-failed': {},
  'maybe-charged': {},
  'clip-not-audio': {},
  'speech-link-lost': {},
  'clip-not-found': {},
  'clip-not-possible': {},
};
const EDGE: Readonly<Record<EdgeFaultCode, Needs>> = {
  'bad-argument': {},
  'microphone-denied': {},
  'microphone-missing': {},
  'microphone-lost': {},
  'capture-failed': {},
  'server-not-started': {},
  'server-address-wrong': {},
  'server-unencrypted': { host: 'a2e.example' },
  'server-known': { name: 'A2E' },
  'server-fixed': {},
  'server-not-found': { name: 'A2E' },
  'take-in-use': { voice: 'Ada' },
  'file-not-written': { file: 'ada.wav' },
  'wrong-usage': {},
  stopped: {},
  unexpected: {},
};
const A2E = Object.fromEntries(A2E_FAULT_CODES.map((code) => [code, {}]));
const NEEDS: Readonly<Record<FaultCode, Needs>> = {
  ...(A2E as Record<(typeof A2E_FAULT_CODES)[number], Needs>),
  ...{ ...CLONING, ...JOBS, ...LIBRARY, ...MODELS, ...RECORDING, ...SPEAKING, ...EDGE },
};
const rows = Object.entries(NEEDS).map(([code, facts]) => ({ code, facts }));

describe('the words of a fault', () => {
  it.each(rows)('$code say what happened, in whole sentences, with every figure', ({ code, facts }) => {
    const { happened, kept, todo } = faultWords({ code, facts, detail: 'why' });
    expect(happened).not.toBe('');
    for (const words of [happened, kept, todo]) {
      expect(words).toMatch(/^$|^[\p{Lu}“].*(?:[.)]|why)$|^See: npm run|^Go on with: npm run/u);
      expect(words).not.toMatch(/[{}…]|undefined|null|NaN|\[object/);
    }
  });

  it.each(rows.filter(({ code }) => code !== 'unexpected'))('$code are its own', ({ code, facts }) => {
    expect(faultWords({ code, facts })).not.toEqual(faultWords({ code: 'unexpected' }));
  });

  it.each(rows.filter(({ facts }) => Object.keys(facts).length > 0))(
    '$code read on without their figures',
    ({ code }) => {
      const { happened, kept, todo } = faultWords({ code });
      expect(`${happened} ${kept} ${todo}`).not.toMatch(/[{}]|undefined/);
      expect(happened).not.toBe('');
    },
  );

  it('name each figure where it belongs', () => {
    const words = faultWords({ code: 'sample-too-short', facts: { seconds: 7.5, min: 10, max: 60 } });
    expect(words.happened).toBe('The sample is 7.5 s long; at least 10 s are needed.');
  });

  it('leave out a bracket whose figure is missing', () => {
    expect(faultWords({ code: 'server-not-set' }).happened).toBe(
      'This voice lives on a server that Timbre does not know now.',
    );
    expect(faultWords({ code: 'server-not-set', facts: { server: 'x' } }).happened).toMatch(/now \(x\)\.$/);
  });

  it('do not take a figure for a place to fill', () => {
    expect(faultWords({ code: 'file-not-found', facts: { file: '{detail} $& $1' } }).happened).toContain(
      '{detail} $& $1',
    );
  });

  it.each(['', 'made-up', 'toString', '__proto__', 'constructor'])(
    'for a code that is none (%j) are those of the unexpected',
    (code) => {
      expect(faultWords({ code })).toEqual(faultWords({ code: 'unexpected' }));
    },
  );
});

describe('a fault in one line', () => {
  it('has all its words, and the details in brackets', () => {
    expect(faultLine({ code: 'token-refused', detail: 'status 401' })).toBe(
      'The server did not accept the token. What you asked for is kept and nothing was paid twice. ' +
        'Copy the token from your account again, then try again. [status 401]',
    );
  });

  it('does not say the details twice', () => {
    expect(faultLine({ code: 'refused', detail: 'too loud' })).toBe(
      'The server refused: too loud Nothing was lost. Change what it names, then try again.',
    );
  });

  it('has no empty brackets and no gaps', () => {
    expect(faultLine({ code: 'text-empty' })).toBe('There is nothing to say. Write a sentence.');
    for (const { code, facts } of rows) expect(faultLine({ code, facts })).not.toMatch(/ {2}|\[\]|\n/);
  });
});
