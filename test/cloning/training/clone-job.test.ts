import { describe, expect, it } from 'vitest';
import type { A2eFaultCode } from '../../../electron/a2e/faults.ts';
import { cloneNotesToForget } from '../../../electron/cloning/training/clone-job.ts';
import { CloneWorld } from '../clone-world.ts';
import type { FakeServerOptions } from '../fake-a2e.ts';

const done = { is: 'done', result: { voiceId: 'voice-1' } };

describe('a voice is made', () => {
  it('of its recording: uploaded, looked at, trained, asked after until it is ready', async () => {
    const world = new CloneWorld({ speakerId: 'speaker-7' });
    const process = world.process();
    expect(await world.work(process)).toEqual(done);
    expect(process.stages).toEqual(['uploading', 'submitting', 'training']);
    expect(world.voice?.state).toEqual({
      status: 'completed',
      remoteId: 'remote-1',
      speakerId: 'speaker-7',
    });
    expect(new Set(world.server.calls)).toEqual(
      new Set(['upload', 'preflight', 'credits', 'train', 'voice']),
    );
    expect(world.server.paid).toEqual(['training']);
  });

  it('with what the person said of it, and no word of theirs in the link', async () => {
    const world = new CloneWorld(
      {},
      { name: 'Ada ∞ Lovelace', language: 'de', gender: 'male', model: 'cartesia' },
    );
    await world.work();
    const [{ request } = { request: undefined }] = world.server.trainings;
    expect(request).toMatchObject({
      ...{ name: 'Ada ∞ Lovelace', language: 'de', gender: 'male', model: 'cartesia' },
      sampleUrls: [expect.stringMatching(/^http:\/\/127\.0\.0\.1:8001\/timbre\/job-1-[a-z0-9]+-0\.wav$/)],
    });
    expect([...world.server.uploads.values()].map(({ contentType }) => contentType)).toEqual(['audio/wav']);
  });

  it('of several recordings in their order', async () => {
    const world = new CloneWorld({}, { takeIds: ['take-1', 'take-2', 'take-3'] });
    await world.work();
    const paths = world.server.trainings[0]?.request.sampleUrls.map((url) => new URL(url).pathname);
    expect(paths).toEqual([...world.server.uploads.keys()]);
    expect(paths).toHaveLength(3);
  });

  it('and the stock voice that stands in for a clone is told', async () => {
    const world = new CloneWorld({ stock: 'slt' });
    await world.work();
    expect(world.voice?.state).toMatchObject({ status: 'completed', stock: 'slt' });
  });

  it('on a server on this computer that has moved to another port meanwhile', async () => {
    const world = new CloneWorld();
    world.server.failNext('train', { code: 'offline' });
    expect(await world.run()).toMatchObject({ is: 'waiting' });
    world.server.baseUrl = 'http://127.0.0.1:9999';
    expect(await world.work()).toEqual(done);
    expect(world.server.calls.filter((call) => call === 'upload')).toHaveLength(1);
    expect(world.server.trainings[0]?.request.sampleUrls[0]).toMatch(/^http:\/\/127\.0\.0\.1:9999\/timbre\//);
  });

  it('with a storage elsewhere, whose link stays as it is', async () => {
    const world = new CloneWorld({ storage: 'https://cdn.example' });
    world.server.failNext('train', { code: 'offline' });
    await world.run();
    world.server.baseUrl = 'http://127.0.0.1:9999';
    expect(await world.work()).toEqual(done);
    expect(world.server.trainings[0]?.request.sampleUrls[0]).toMatch(/^https:\/\/cdn\.example\/timbre\//);
  });
});

/** Every place at which the process can die while nothing else goes wrong. */
async function stepsOf(options: Partial<FakeServerOptions>): Promise<readonly string[]> {
  const world = new CloneWorld(options);
  const process = world.process();
  await world.work(process);
  return process.steps;
}

describe('a process that is killed', () => {
  it('at any step leads to one training and a finished voice all the same', async () => {
    const steps = await stepsOf({});
    expect(steps.length).toBeGreaterThan(20);
    for (const [dieAt, step] of steps.entries()) {
      const world = new CloneWorld();
      expect(await world.work(world.process(dieAt))).toBe('died');
      const end = await world.work();
      expect({ step, end, paid: world.server.paid }).toEqual({ step, end: done, paid: ['training'] });
      expect(world.voice?.state).toMatchObject({ status: 'completed', remoteId: 'remote-1' });
    }
  });

  it('at any step, and its successor at any step too, leads to one training', async () => {
    const first = (await stepsOf({})).length;
    for (let dieAt = 0; dieAt < first; dieAt += 1) {
      for (let again = 0; ; again += 1) {
        const world = new CloneWorld();
        await world.work(world.process(dieAt));
        const second = await world.work(world.process(again));
        const end = second === 'died' ? await world.work() : second;
        expect({ dieAt, again, end, paid: world.server.paid }).toMatchObject({
          end: done,
          paid: ['training'],
        });
        if (second !== 'died') break;
      }
    }
  });

  it('never pays twice where the server does not list trainings under way, and says so when it cannot know', async () => {
    const ends = new Set<string>();
    const steps = await stepsOf({ listsRunning: false });
    for (const [dieAt, step] of steps.entries()) {
      const world = new CloneWorld({ listsRunning: false });
      await world.work(world.process(dieAt));
      const end = await world.work();
      if (end === 'died') throw new Error(step);
      ends.add(end.is);
      const { paid } = world.server;
      if (end.is === 'done') expect({ step, paid }).toEqual({ step, paid: ['training'] });
      else
        expect({ step, end, paid }).toMatchObject({
          step: expect.stringMatching(/^after the note submitting|^before train/),
          end: { is: 'failed', fault: { code: 'training-unknown' } },
          paid: [],
        });
    }
    expect(ends).toEqual(new Set(['done', 'failed']));
  });
});

describe('a submission that ends unclearly', () => {
  const CODES = ['timeout', 'interrupted', 'server-error', 'bad-answer', 'canceled'] as const;
  const rows = CODES.flatMap((code) => [true, false].map((taken) => ({ code, taken })));

  it.each(rows)('($code, taken on: $taken) leads to one training', async ({ code, taken }) => {
    const world = new CloneWorld();
    world.server.failNext('train', { code, taken });
    const first = await world.run();
    expect(first).toMatchObject({ is: 'waiting', why: 'network', fault: { code } });
    const process = world.process();
    expect(await world.work(process)).toEqual(done);
    expect(process.stages[0]).toBe('looking');
    expect(world.server.paid).toEqual(['training']);
    expect(world.server.calls.filter((call) => call === 'train')).toHaveLength(taken ? 1 : 2);
  });

  it('is looked for during ten seconds before it is made again', async () => {
    const world = new CloneWorld();
    world.server.failNext('train', { code: 'interrupted' });
    const from = world.clock.time;
    await world.work();
    const looks = world.server.calls.filter((call) => call === 'findBySample' || call === 'train');
    expect(looks.filter((call) => call === 'train')).toHaveLength(2);
    expect(looks.length).toBeGreaterThanOrEqual(10);
    expect(world.clock.time - from).toBeGreaterThanOrEqual(10_000);
  });

  it('and was taken on is found among finished voices where trainings under way are not listed', async () => {
    const world = new CloneWorld({ listsRunning: false, trainingMs: 100_000 });
    world.server.failNext('train', { code: 'timeout', taken: true });
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['training']);
  });

  it('and was not taken on is submitted again, however late the next process begins', async () => {
    const world = new CloneWorld();
    world.server.failNext('train', { code: 'timeout' });
    await world.run();
    world.clock.time += 86_400_000;
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['training']);
  });

  it('and was charged, though no list shows it, stays unknown and is not made again', async () => {
    const world = new CloneWorld();
    world.server.failNext('train', { code: 'timeout' });
    await world.run();
    world.server.coins -= 100;
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'training-unknown' } });
    expect(world.server.calls.filter((call) => call === 'train')).toHaveLength(1);
  });

  it('and was not taken on stays unknown after three minutes of looking where the list is incomplete', async () => {
    const world = new CloneWorld({ listsRunning: false });
    world.server.failNext('train', { code: 'timeout' });
    const from = world.clock.time;
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'training-unknown' } });
    expect(world.clock.time - from).toBeGreaterThan(180_000);
    expect(world.clock.time - from).toBeLessThan(200_000);
    expect(world.server.paid).toEqual([]);
    world.forget(cloneNotesToForget({ code: 'training-unknown' }, world.job.notes));
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['training']);
  });

  it('and of which a failed one is seen beside an incomplete list stays unknown, and is not made again', async () => {
    const world = new CloneWorld({ listsRunning: false, trainingFails: 'two speakers' });
    world.server.failNext('train', { code: 'timeout', taken: true });
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'training-unknown' } });
    expect(world.server.paid).toEqual(['training']);
  });

  it('and of which a failed one is seen in a whole list has failed', async () => {
    const world = new CloneWorld({ trainingFails: 'two speakers' });
    world.server.failNext('train', { code: 'timeout', taken: true });
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'training-failed' } });
    expect(world.server.paid).toEqual(['training']);
  });

  it('is not made again while the list cannot be read at all', async () => {
    const world = new CloneWorld();
    world.server.failNext('train', { code: 'timeout', taken: true });
    await world.run();
    for (const code of ['offline', 'server-error', 'timeout'] as const) {
      world.server.failNext('findBySample', { code });
      expect(await world.run()).toMatchObject({ is: 'waiting', fault: { code } });
    }
    world.server.failNext('findBySample', { code: 'token-refused' });
    expect(await world.run()).toMatchObject({ is: 'failed', fault: { code: 'token-refused' } });
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['training']);
  });

  it('that is canceled by a person is looked for when they ask again', async () => {
    const world = new CloneWorld();
    world.server.failNext('train', { code: 'canceled', taken: true });
    await world.run();
    world.forget(cloneNotesToForget({ code: 'canceled' }, world.job.notes));
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['training']);
  });
});

describe('a server that breaks every time it is asked to train', () => {
  it('is asked four times in all, then left alone', async () => {
    const world = new CloneWorld();
    world.server.storm('train', { code: 'server-error' });
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'server-error' } });
    expect(world.server.calls.filter((call) => call === 'train')).toHaveLength(4);
    expect(world.server.paid).toEqual([]);
    world.server.storm('train', null);
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['training']);
  });

  it('after it took the training on is asked once', async () => {
    const world = new CloneWorld();
    world.server.storm('train', { code: 'server-error', taken: true });
    expect(await world.work()).toEqual(done);
    expect(world.server.calls.filter((call) => call === 'train')).toHaveLength(1);
  });
});

describe('a submission that was certainly refused', () => {
  const REFUSALS: readonly { code: A2eFaultCode; waits?: string }[] = [
    { code: 'token-refused' },
    { code: 'out-of-credits' },
    { code: 'refused' },
    { code: 'redirected' },
    { code: 'tls' },
    { code: 'not-found' },
    { code: 'offline', waits: 'network' },
    { code: 'rate-limited', waits: 'capacity' },
    { code: 'occupied', waits: 'capacity' },
  ];

  it.each(REFUSALS)('($code) is made again without looking', async ({ code, waits }) => {
    const world = new CloneWorld();
    world.server.failNext('train', { code, detail: 'its own words', retryAfterMs: 7000 });
    const fault = { code, detail: 'its own words' };
    expect(await world.run()).toMatchObject(
      waits ? { is: 'waiting', why: waits, fault, retryAfterMs: 7000 } : { is: 'failed', fault },
    );
    expect(world.job.notes['submitting']).toBeNull();
    world.forget(cloneNotesToForget(fault, world.job.notes));
    expect(await world.work()).toEqual(done);
    expect(world.server.calls).not.toContain('findBySample');
    expect(world.server.paid).toEqual(['training']);
    expect(world.server.uploads.size).toBe(1);
  });
});

describe('a training', () => {
  it('that fails is told with the reason, and made anew when a person retries', async () => {
    const world = new CloneWorld({ trainingFails: 'two speakers' });
    const fault = { code: 'training-failed', detail: 'two speakers' };
    expect(await world.work()).toEqual({ is: 'failed', fault });
    expect(await world.work()).toMatchObject({ is: 'failed' });
    expect(world.server.paid).toEqual(['training']);
    world.forget(cloneNotesToForget(fault, world.job.notes));
    await world.work();
    expect(world.server.paid).toEqual(['training', 'training']);
    expect(world.server.uploads.size).toBe(2);
  });

  it('that vanishes is gone after half a minute of asking', async () => {
    const world = new CloneWorld();
    world.server.failNext('voice', { code: 'offline' });
    expect(await world.run()).toMatchObject({ is: 'waiting' });
    world.server.remove('remote-1');
    const from = world.clock.time;
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'voice-gone' } });
    expect(world.clock.time - from).toBeGreaterThan(30_000);
    expect(world.clock.time - from).toBeLessThan(40_000);
    expect(world.server.paid).toEqual(['training']);
  });

  it('that takes five minutes is waited for even where nothing is told of it until it is ready', async () => {
    const world = new CloneWorld({ listsRunning: false, trainingMs: 300_000 });
    expect(await world.work()).toEqual(done);
    expect(world.server.calls.filter((call) => call === 'voice').length).toBeLessThan(150);
  });

  it('of which nothing is ever told is given up in the end', async () => {
    const world = new CloneWorld({ listsRunning: false, trainingMs: Number.POSITIVE_INFINITY });
    const from = world.clock.time;
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'voice-gone' } });
    expect(world.clock.time - from).toBeGreaterThan(600_000);
  });

  it('goes on through every passing failure of the status', async () => {
    const world = new CloneWorld();
    for (const code of [
      'offline',
      'timeout',
      'interrupted',
      'server-error',
      'rate-limited',
      'occupied',
    ] as const)
      world.server.failNext('voice', { code });
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['training']);
  });

  it('that finished but could not be kept here is no success; a retry asks once more and pays nothing', async () => {
    const world = new CloneWorld();
    world.canKeep = false;
    expect(await world.work()).toMatchObject({ is: 'failed', fault: { code: 'settings-not-written' } });
    world.canKeep = true;
    world.forget(cloneNotesToForget({ code: 'settings-not-written' }, world.job.notes));
    expect(await world.work()).toEqual(done);
    expect(world.server.paid).toEqual(['training']);
  });
});

describe('nothing is submitted', () => {
  it('of a voice that is not there', async () => {
    const world = new CloneWorld();
    world.voice = undefined;
    expect(await world.work()).toEqual({ is: 'failed', fault: { code: 'voice-not-found' } });
    expect(world.server.calls).toEqual([]);
  });

  it('to a server that Timbre is not connected to now: it waits for it', async () => {
    const world = new CloneWorld();
    world.isConnected = false;
    expect(await world.run()).toEqual({
      is: 'waiting',
      why: 'server',
      key: 'server:local',
      fault: { code: 'server-not-set', facts: { server: 'local' } },
    });
  });

  it('of a recording that is gone', async () => {
    const world = new CloneWorld();
    world.hasTakes = false;
    expect(await world.work()).toEqual({ is: 'failed', fault: { code: 'sample-missing' } });
    expect(world.server.calls).toEqual([]);
  });

  it('where the uploaded sample cannot be read back; a retry uploads it again', async () => {
    const world = new CloneWorld();
    world.server.failNext('preflight', { code: 'sample-unreachable', detail: 'it is redirected' });
    const end = await world.work();
    expect(end).toMatchObject({ is: 'failed', fault: { code: 'sample-unreachable' } });
    expect(world.server.paid).toEqual([]);
    expect(await world.work()).toEqual(done);
    expect(world.server.uploads.size).toBe(2);
  });

  it('once the process is closing', async () => {
    for (const at of ['upload', 'preflight', 'train'] as const) {
      const world = new CloneWorld();
      const process = world.process();
      const { client } = world.server;
      world.server.client = (step = async () => {}) =>
        client.call(world.server, async (where) => {
          if (where === `before ${at}`) process.aborting.abort();
          await step(where);
        });
      world.server.failNext(at, { code: 'canceled' });
      expect(await world.run(process)).toMatchObject({ is: 'waiting' });
      expect(world.server.paid).toEqual([]);
    }
  });
});

describe('a retry', () => {
  const notes = { 'sample-0': '/a', 'sample-1': '/b', submitting: null, remoteId: 'x' };

  it.each([
    { code: 'training-unknown', forgets: ['submitting'] },
    { code: 'training-failed', forgets: Object.keys(notes) },
    { code: 'voice-gone', forgets: Object.keys(notes) },
    { code: 'sample-unreachable', forgets: ['sample-0', 'sample-1'] },
    { code: 'token-refused', forgets: [] },
    { code: 'canceled', forgets: [] },
    { code: 'settings-not-written', forgets: [] },
  ])('after $code forgets $forgets', ({ code, forgets }) => {
    expect(cloneNotesToForget({ code }, notes)).toEqual(forgets);
  });
});

describe('an entry of the journal', () => {
  const kind = new CloneWorld().kind(new CloneWorld().process());

  it.each([null, 7, 'voice-1', [], {}, { voiceId: 'voice-1' }, { voiceId: 1, server: 'local' }])(
    'that reads %j is no clone job',
    (input) => {
      expect(kind.parse(input)).toMatchObject({ ok: false, fault: { code: 'job-unreadable' } });
    },
  );

  it('goes to the lane of its server', () => {
    const input = { voiceId: 'voice-1', server: 'https://a2e.example' };
    expect(kind.parse(input)).toEqual({ ok: true, value: input });
    expect(kind.lane(input)).toBe('clone@https://a2e.example');
  });
});
