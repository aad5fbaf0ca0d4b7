import { describe, expect, it } from 'vitest';
import { createEarlyUploads } from '../../../electron/boot/samples/early-uploads.ts';
import type { SampleDraft } from '../../../electron/cloning/sample/sample-draft.ts';
import type { Job, JobState } from '../../../electron/jobs/job.ts';
import type { NewJob } from '../../../electron/jobs/runner.ts';
import { fail, ok } from '../../../electron/result.ts';

const PART = { takeId: 't', from: 0, to: 8000 };
const AGREED = { at: 1, how: 'ticked' } as const;

/** A queue in memory, a sample in the making of so many seconds, and a server. */
function open(more: { consent?: SampleDraft['consent']; seconds?: number; server?: string | null } = {}) {
  const { seconds = 20, server = 'https://a2e.example' } = more;
  let draft = {
    parts: [PART],
    consent: AGREED,
    model: 'a2e',
    revision: 1,
    ...more,
  } as unknown as SampleDraft;
  const jobs: Job[] = [];
  const released: string[] = [];
  const settle = (id: string, state: JobState) => {
    const at = jobs.findIndex((job) => job.id === id);
    jobs[at] = { ...(jobs[at] as Job), state };
  };
  const early = createEarlyUploads({
    runner: () => ({
      async add(asked: readonly NewJob[]) {
        const added = asked.map((ask) => ({
          ...{ id: `job-${jobs.length + 1}`, lane: '', notes: {}, tries: 0, createdAt: 1, ...ask },
          state: { status: 'running', since: 1 } as const,
        }));
        jobs.push(...(added as Job[]));
        return ok(added as Job[]);
      },
      async cancel(id) {
        settle(id, { status: 'canceled', at: 1 });
        return ok(jobs.find((job) => job.id === id) as Job);
      },
      get: (id) => jobs.find((job) => job.id === id),
      list: () => jobs,
      release: (key) => released.push(key),
    }),
    samples: {
      get: () => draft,
      withoutConsent: (parts) => parts,
      render: async () =>
        seconds > 0
          ? ok([{ sound: { sampleRate: 100, samples: new Float32Array(seconds * 100) } }] as never)
          : fail('take-not-found'),
    },
    voices: () => [],
    server: () => server,
  });
  const change = (next: Partial<SampleDraft>) => {
    draft = { ...draft, ...next };
  };
  return { early, jobs, settle, change, released };
}
const KEPT = { status: 'done', at: 1, result: { kept: ['/a.wav'] } } as const;

describe('an early upload', () => {
  it('begins once for a sample, and goes on when it is asked for again', async () => {
    const { early, jobs } = open();
    expect(await early.begin()).toEqual(ok({ jobId: 'job-1' }));
    expect(await early.begin()).toEqual(ok({ jobId: 'job-1' }));
    expect(jobs.map(({ kind, input }) => ({ kind, input }))).toEqual([
      { kind: 'upload', input: { server: 'https://a2e.example', parts: [PART] } },
    ]);
  });

  it.each([
    ['the speaker did not agree', { consent: null }],
    ['it is too short', { seconds: 9 }],
    ['it is too long', { seconds: 61 }],
    ['a take is gone', { seconds: 0 }],
    ['the server is this computer', { server: null }],
  ])('does not begin where %s', async (_what, more) => {
    const { early, jobs } = open(more);
    expect(await early.begin()).toEqual(ok(null));
    expect(jobs).toEqual([]);
  });

  it('of another sample takes the place of one that nobody needs', async () => {
    const { early, jobs, change } = open();
    await early.begin();
    change({ parts: [{ ...PART, to: 7000 }] });
    expect(await early.begin()).toEqual(ok({ jobId: 'job-2' }));
    expect(jobs.map(({ state }) => state.status)).toEqual(['canceled', 'running']);
  });

  it('is claimed by one voice, and only for the same sample on the same server', async () => {
    const { early, jobs } = open();
    await early.begin();
    expect(early.claim('https://other.example', [PART])).toBeUndefined();
    expect(early.claim('https://a2e.example', [{ ...PART, from: 1 }])).toBeUndefined();
    expect(early.claim('https://a2e.example', [PART])).toBe('job-1');
    jobs.push({
      ...(jobs[0] as Job),
      id: 'c',
      kind: 'clone',
      input: { voiceId: 'v', server: 's', upload: 'job-1' },
    });
    expect(early.claim('https://a2e.example', [PART])).toBeUndefined();
  });

  it('tells how far it is, and wakes the voice that waits for it', async () => {
    const { early, settle, jobs, released } = open();
    await early.begin();
    expect(early.state('job-1')).toEqual({ is: 'under-way' });
    settle('job-1', KEPT);
    early.follow(jobs[0] as Job);
    expect(released).toEqual(['upload:job-1']);
    expect(early.state('job-1')).toEqual({ is: 'done', kept: ['/a.wav'] });
    settle('job-1', { status: 'failed', at: 1, fault: { code: 'offline' } });
    expect(early.state('job-1')).toEqual({ is: 'none' });
    expect(early.state('job-7')).toEqual({ is: 'none' });
  });
});
