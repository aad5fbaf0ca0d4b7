import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../electron/cloning/engines/language-table.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { Job } from '../../electron/jobs/job.ts';
import type { NewJob } from '../../electron/jobs/runner.ts';
import { fail, ok } from '../../electron/result.ts';
import { askAudition } from '../../electron/speaking/audition.ts';
import type { Clip } from '../../electron/speaking/clip.ts';
import { keepAliveLine, previewLine } from '../../electron/speaking/preview-lines.ts';
import { newVoice } from '../cloning/clone-world.ts';

const ready = newVoice({ state: { status: 'completed', remoteId: 'r1' } });
const heard: Clip = {
  ...{ id: 'clip-0', jobId: 'job-0', voiceId: 'voice-1', voiceName: 'Ada', server: 'local', text: 'Hello.' },
  ...{ speed: 1, createdAt: 50, sampleRate: 8000, samples: 800, state: { status: 'kept' } },
};
const asked = (more: Partial<Job> = {}): Job => ({
  ...{ id: 'job-0', kind: 'speak', lane: 'speak@local', notes: {}, tries: 0, createdAt: 1 },
  input: { voiceId: 'voice-1', text: 'Hello.', audition: true, clipId: 'clip-0' },
  state: { status: 'waiting', why: 'network', since: 1 },
  ...more,
});

/** What there is, and what was added to the queue. */
function world(there: { voice?: Voice | undefined; clips?: readonly Clip[]; jobs?: readonly Job[] } = {}) {
  const added: NewJob[] = [];
  const parts = {
    voice: () => ('voice' in there ? there.voice : ready),
    auditions: () => there.clips ?? [],
    runner: () => ({
      list: () => there.jobs ?? [],
      add: async (jobs: readonly NewJob[]) => {
        added.push(...jobs);
        return ok([]);
      },
    }),
    newId: (what: string) => `${what}-1`,
  };
  const ask = (fresh?: boolean) =>
    askAudition({ voiceId: 'voice-1', text: 'Hello.', ...(fresh !== undefined && { fresh }) }, parts);
  return { added, ask };
}

describe('a line that a voice says to be heard', () => {
  it('is asked for once, and is no clip', async () => {
    const { added, ask } = world();
    expect(await ask()).toEqual(ok({ clipId: 'clip-1', jobId: 'job-1', isAsked: true }));
    const input = {
      voiceId: 'voice-1',
      server: 'local',
      text: 'Hello.',
      speed: 1,
      clipId: 'clip-1',
      audition: true,
    };
    expect(added).toEqual([{ kind: 'speak', id: 'job-1', input }]);
  });

  it.each([
    {
      what: 'was heard before',
      there: { clips: [heard] },
      answer: { clipId: 'clip-0', jobId: 'job-0', isAsked: false },
    },
    {
      what: 'is being spoken',
      there: { jobs: [asked()] },
      answer: { clipId: 'clip-0', jobId: 'job-0', isAsked: true },
    },
  ])('and $what costs nothing', async ({ there, answer }) => {
    const { added, ask } = world(there);
    expect(await ask()).toEqual(ok(answer));
    expect(added).toEqual([]);
  });

  it.each([
    { what: 'of another voice', there: { clips: [{ ...heard, voiceId: 'other' }] } },
    { what: 'of another text', there: { clips: [{ ...heard, text: 'Bye.' }] } },
    {
      what: 'that was discarded',
      there: { clips: [{ ...heard, state: { status: 'discarded', at: 1 } as const }] },
    },
    {
      what: 'that did not work',
      there: { jobs: [asked({ state: { status: 'failed', at: 1, fault: { code: 'x' } } })] },
    },
    {
      what: 'that is to be a clip',
      there: { jobs: [asked({ input: { voiceId: 'voice-1', text: 'Hello.', clipId: 'c' } })] },
    },
    {
      what: 'of what the voice was before it was made again',
      there: {
        clips: [heard],
        voice: {
          ...ready,
          history: [{ why: 'rebuilt', until: 60, server: 'local', model: 'a2e', takeIds: [] }],
        } as Voice,
      },
    },
  ])('is asked for although there is one $what', async ({ there }) => {
    const { added, ask } = world(there);
    expect(await ask()).toMatchObject({ ok: true, value: { isAsked: true } });
    expect(added).toHaveLength(1);
  });

  it('is asked for again where it shall be fresh', async () => {
    const { added, ask } = world({ clips: [heard] });
    await ask(true);
    expect(added).toHaveLength(1);
  });

  it.each([
    { voice: undefined, answer: fail('voice-not-found') },
    { voice: newVoice(), answer: fail('voice-not-ready', { facts: { name: 'Ada' } }) },
  ])('is refused: $answer.fault.code', async ({ voice, answer }) => {
    expect(await world({ voice }).ask()).toEqual(answer);
  });
});

describe('the lines', () => {
  it('are there for every language that A2E names, each its own', () => {
    const lines = LANGUAGES.map(({ code }) => previewLine(code));
    expect(new Set(lines).size).toBe(LANGUAGES.length);
  });

  it('of a language that it does not name are English', () => {
    expect(previewLine('tlh')).toBe(previewLine('en'));
  });

  it.each([
    { language: 'en', line: 'Thursday, October 8, 2026' },
    { language: 'de', line: 'Donnerstag, 8. Oktober 2026' },
  ])('to keep a voice alive are the date in full: $line', ({ language, line }) => {
    expect(keepAliveLine(language, new Date(2026, 9, 8, 12).getTime())).toBe(line);
  });
});
