import { describe, expect, it } from 'vitest';
import {
  clipDocument,
  jobDocument,
  jobLine,
  reportText,
  voiceDocument,
  voiceLine,
} from '../../electron/command-line/documents.ts';
import type { JobView } from '../../electron/contract/calls.ts';
import type { Clip } from '../../electron/speaking/clip.ts';
import { newVoice } from '../cloning/clone-world.ts';

const VOICE = {
  ...{ id: 'voice-1', name: 'Ada', server: 'local', model: 'a2e', language: 'en', gender: 'female' },
};
const CLIP: Clip = {
  ...{ id: 'clip-1', jobId: 'j', voiceId: 'voice-1', voiceName: 'Ada', server: 'local', text: 'Hello.' },
  ...{ speed: 1, createdAt: 1, sampleRate: 24_000, samples: 36_001, state: { status: 'kept' } },
};

/** A moment in the time of this computer, and as it reads. */
const [AT, SINCE] = [new Date(2026, 10, 26, 14, 5).getTime(), '2026-11-26 14:05'];

describe('a voice as JSON', () => {
  it('has exactly these fields', () => {
    expect(voiceDocument(newVoice({ state: { status: 'completed', remoteId: 'r1' } }))).toStrictEqual({
      ...VOICE,
      ...{ status: 'completed', remoteId: 'r1', stock: false },
    });
  });

  it('has no remote id before it was sent', () => {
    expect(voiceDocument(newVoice())).toStrictEqual({
      ...VOICE,
      ...{ status: 'waiting', remoteId: null, stock: false },
    });
  });

  it('names the stock voice that stands in for a clone', () => {
    const state = { status: 'completed', remoteId: 'r1', stock: 'slt' } as const;
    expect(voiceDocument(newVoice({ state }))).toStrictEqual({
      ...VOICE,
      ...{ status: 'completed', remoteId: 'r1', stock: true, stockVoice: 'slt' },
    });
  });

  it('tells the fault where it failed', () => {
    const fault = { code: 'training-failed', detail: 'two speakers' };
    expect(voiceDocument(newVoice({ state: { status: 'failed', fault } }))).toStrictEqual({
      ...VOICE,
      ...{ status: 'failed', remoteId: null, stock: false, fault },
    });
  });

  it('is one line for a person, who is told what is no clone', () => {
    expect(voiceLine(newVoice())).toBe('Ada: waiting, a2e, en, on local');
    const state = { status: 'completed', remoteId: 'r1', stock: 'slt' } as const;
    expect(voiceLine(newVoice({ state }))).toMatch(/\(a stock voice, not a clone\)$/);
  });
});

describe('a clip as JSON', () => {
  it('has exactly these fields, its length to the millisecond', () => {
    expect(clipDocument(CLIP, '/out/a.wav')).toStrictEqual({
      ...{ id: 'clip-1', path: '/out/a.wav', seconds: 1.5, voice: 'Ada', server: 'local', stock: false },
    });
  });

  it('names the stock voice that spoke', () => {
    expect(clipDocument({ ...CLIP, stock: 'slt' }, '/a.wav')).toMatchObject({
      stock: true,
      stockVoice: 'slt',
    });
  });
});

describe('an entry of the queue as JSON', () => {
  const view = (state: JobView['state'], text?: string): JobView => ({
    ...{ id: 'j', kind: 'speak', createdAt: 1, voiceId: 'v', state },
    ...(text !== undefined && { text }),
  });

  it('has its state spread out', () => {
    const state = { status: 'waiting', why: 'network', since: 2, retryAt: 3 } as const;
    expect(jobDocument(view(state, 'Hello.'))).toStrictEqual({
      ...{ id: 'j', kind: 'speak', status: 'waiting', createdAt: 1, voiceId: 'v', text: 'Hello.' },
      ...{ why: 'network', since: 2, retryAt: 3 },
    });
  });

  it.each<{ state: JobView['state']; text?: string; line: string }>([
    {
      state: { status: 'waiting', why: 'voice', since: AT },
      text: 'Hi',
      line: `j: speak waiting for voice since ${SINCE}: Hi`,
    },
    { state: { status: 'running', since: 1 }, line: 'j: speak running' },
    { state: { status: 'failed', at: 1, fault: { code: 'tls' } }, line: 'j: speak failed (tls)' },
    {
      state: { status: 'done', at: 1, result: null },
      text: 'x'.repeat(99),
      line: `j: speak done: ${'x'.repeat(60)}`,
    },
  ])('is one line for a person: $line', ({ state, text, line }) => {
    expect(jobLine(view(state, text))).toBe(line);
  });
});

it('a report is a line for the verdict and one for each check', () => {
  const text = reportText('a.wav', {
    ...{ verdict: 'poor', seconds: 12.34, speechSeconds: 9 },
    checks: [
      { id: 'level', status: 'pass', value: -20.5, unit: 'dBFS', advice: 'Good.' },
      { id: 'silence', status: 'fail', value: 5, unit: 's', advice: 'Long.', places: [{ from: 1, to: 6 }] },
      { id: 'noise', status: 'warn', value: null, unit: 'dB', advice: 'Unknown.' },
    ],
  });
  expect(text.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
    'a.wav: poor, 12.3 s, 9.0 s of it speech',
    ' ok level -20.5 dBFS Good.',
    ' !! silence 5 s Long. (1.0–6.0 s)',
    ' ! noise – Unknown.',
  ]);
});
