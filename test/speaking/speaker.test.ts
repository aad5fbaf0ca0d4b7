import { describe, expect, it } from 'vitest';
import type { Connect } from '../../electron/cloning/server.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { Job } from '../../electron/jobs/job.ts';
import type { NewJob } from '../../electron/jobs/runner.ts';
import { fail, ok } from '../../electron/result.ts';
import { type SpeechAsk, say } from '../../electron/speaking/speaker.ts';
import { newVoice } from '../cloning/clone-world.ts';
import { FakeServer } from '../cloning/fake-a2e.ts';
import { freeTill } from '../cloning/test-till.ts';

const ready = newVoice({ state: { status: 'completed', remoteId: 'r1' } });
const JOB: Job = {
  ...{ id: 'job-2', kind: 'speak', lane: 'speak@local', input: null, notes: {}, tries: 0, createdAt: 1 },
  state: { status: 'waiting', why: 'turn', since: 1 },
};

/** Asks for a line of ten characters at most. */
async function ask(
  more: Partial<Omit<SpeechAsk, 'speed'>> & {
    speed?: number | undefined;
    voice?: Voice;
    connected?: boolean;
    written?: boolean;
  } = {},
) {
  const { text = 'Hello.', voice = ready, connected = true, written = true, pronunciations } = more;
  const speed = 'speed' in more ? more.speed : 1;
  const added: NewJob[] = [];
  const server = new FakeServer({ now: () => 1 });
  const connect: Connect = async () =>
    connected
      ? ok({ server: 'local', client: server.client(), textLimit: 10, till: freeTill() })
      : fail('server-not-set');
  const answer = await say(
    {
      ...{ voiceId: 'voice-1', text },
      ...(speed !== undefined && { speed }),
      ...(pronunciations && { pronunciations }),
    },
    {
      voice: (id) => (id === voice.id ? voice : undefined),
      runner: () => ({
        async add(jobs) {
          if (!written) return fail('journal-not-written', { detail: 'ENOSPC' });
          added.push(...jobs);
          return ok([JOB]);
        },
      }),
      connect,
      newId: () => 'clip-1',
    },
  );
  return { answer, added, calls: server.calls };
}

describe('a line is taken on', () => {
  it('as its voice speaks, where nothing else was said; a list of its own comes first', async () => {
    const manner = { speed: 0.8, pronunciations: [{ word: 'CEO', spoken: 'boss' }] };
    const voice = { ...ready, ...manner };
    expect((await ask({ text: 'CEO.', voice, speed: undefined })).added).toMatchObject([
      { input: { text: 'CEO.', sent: 'boss.', speed: 0.8 } },
    ]);
    const pronunciations = [{ word: 'CEO', spoken: 'see ee oh' }];
    expect((await ask({ text: 'CEO.', voice, speed: 1, pronunciations })).added).toMatchObject([
      { input: { text: 'CEO.', sent: 'see ee oh.', speed: 1 } },
    ]);
    const long = [{ word: 'CEO', spoken: 'the chief of all' }];
    expect((await ask({ text: 'CEO.', pronunciations: long })).answer).toMatchObject({
      fault: { code: 'text-too-long', facts: { length: 17, limit: 10 } },
    });
  });

  it('with its text trimmed and the id its clip will have', async () => {
    const { answer, added, calls } = await ask({ text: '  Hello. \n', speed: 1.5 });
    expect(answer).toEqual({ ok: true, value: JOB });
    const input = { voiceId: 'voice-1', server: 'local', text: 'Hello.', speed: 1.5, clipId: 'clip-1' };
    expect(added).toEqual([{ kind: 'speak', input }]);
    expect(calls).toEqual([]);
  });

  it.each([
    { what: 'the slowest speed', more: { speed: 0.5 } },
    { what: 'the fastest speed', more: { speed: 2 } },
    { what: 'as many characters as are taken', more: { text: '1234567890' } },
    { what: 'as many characters after trimming', more: { text: ' 1234567890 ' } },
    { what: 'one letter of another script', more: { text: '好' } },
    { what: 'a voice that is still in training', more: { voice: newVoice() } },
  ])('with $what', async ({ more }) => {
    expect((await ask(more)).answer.ok).toBe(true);
  });
});

describe('a line is refused', () => {
  const failed = newVoice({ state: { status: 'failed', fault: { code: 'refused' } } });

  it.each([
    { what: 'nothing to say', more: { text: '' }, fault: { code: 'text-empty' } },
    { what: 'only spaces', more: { text: ' \n\t ' }, fault: { code: 'text-empty' } },
    { what: 'only signs', more: { text: '… !? — 🙂' }, fault: { code: 'text-empty' } },
    {
      what: 'one character too many',
      more: { text: '12345678901' },
      fault: { code: 'text-too-long', facts: { length: 11, limit: 10 } },
    },
    { what: 'a speed too slow', more: { speed: 0.49 }, fault: { code: 'speed-out-of-range' } },
    { what: 'a speed too fast', more: { speed: 2.01 }, fault: { code: 'speed-out-of-range' } },
    { what: 'a speed that is no number', more: { speed: Number.NaN }, fault: { code: 'speed-out-of-range' } },
    { what: 'a voice that failed', more: { voice: failed }, fault: { code: 'voice-failed' } },
    { what: 'no such voice', more: { voice: newVoice({ id: 'v9' }) }, fault: { code: 'voice-not-found' } },
    {
      what: 'a server that is not in use',
      more: { connected: false },
      fault: { code: 'server-not-set', facts: { server: 'local' } },
    },
    {
      what: 'a queue that cannot be written',
      more: { written: false },
      fault: { code: 'journal-not-written', detail: 'ENOSPC' },
    },
  ])('for $what', async ({ more, fault }) => {
    const { answer, added } = await ask(more);
    expect(answer).toEqual({ ok: false, fault });
    expect(added).toEqual([]);
  });
});
