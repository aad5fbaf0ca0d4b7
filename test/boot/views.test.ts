import { describe, expect, it } from 'vitest';
import { viewJob } from '../../electron/boot/views.ts';
import type { Job } from '../../electron/jobs/job.ts';

const job = (more: Partial<Job>): Job => ({
  ...{
    id: 'j',
    kind: 'speak',
    lane: 'speak@local',
    notes: { spoken: { link: 'x' } },
    tries: 2,
    createdAt: 1,
  },
  input: { voiceId: 'v', server: 'local', text: 'Hello.', speed: 1, clipId: 'c' },
  state: { status: 'running', since: 1 },
  ...more,
});

describe('a job as the window sees it', () => {
  it('is without its notes, in which links are', () => {
    expect(viewJob(job({}))).toEqual({
      ...{ id: 'j', kind: 'speak', createdAt: 1, voiceId: 'v', text: 'Hello.' },
      state: { status: 'running', since: 1 },
    });
  });

  it('has no text where it makes a voice', () => {
    expect(viewJob(job({ kind: 'clone', input: { voiceId: 'v', server: 'local' } }))).toEqual({
      ...{ id: 'j', kind: 'clone', createdAt: 1, voiceId: 'v', state: { status: 'running', since: 1 } },
    });
  });

  it.each([{ kind: 'sing' }, { input: null }, { input: ['v'] }, { input: { voiceId: 7 } }])(
    'is none where it comes from another version: %j',
    (more) => {
      expect(viewJob(job(more))).toBeUndefined();
    },
  );
});
