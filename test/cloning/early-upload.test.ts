import { describe, expect, it } from 'vitest';
import { readUploaded, uploadJob } from '../../electron/cloning/training/upload-job.ts';
import { fail, ok } from '../../electron/result.ts';
import { bytesBody } from '../a2e/bytes-body.ts';
import { CloneWorld } from './clone-world.ts';
import { FakeServer } from './fake-a2e.ts';
import { bringToEnd, FakeClock, FakeProcess, type JobOnDisk } from './fake-desk.ts';
import { testLinks } from './plain-seal.ts';
import { freeTill } from './test-till.ts';

const INPUT = { server: 'local', parts: [{ takeId: 'take-1', from: 0, to: 80 }] };
const FILES = [bytesBody(new Uint8Array(30)), bytesBody(new Uint8Array(12))];

function world() {
  const clock = new FakeClock();
  const server = new FakeServer({ now: clock.now });
  const job: JobOnDisk = { id: 'job-9', notes: {} };
  const sent: unknown[] = [];
  const kind = (process: FakeProcess) =>
    uploadJob({
      connect: async () =>
        ok({ server: 'local', client: server.client(process.step), textLimit: 1000, till: freeTill() }),
      sampleFiles: async () => ok(FILES),
      links: testLinks,
      onSent: (...all) => sent.push(all),
      now: clock.now,
    });
  const work = (dieAt?: number) => {
    const process = new FakeProcess(clock, dieAt);
    return bringToEnd(process, clock, { kind: kind(process), input: INPUT, job });
  };
  return { server, job, sent, work, kind: kind(new FakeProcess(clock)) };
}

describe('an upload that begins while the voice is being named', () => {
  it('ends with its links, and tells how far it is over all files', async () => {
    const { work, sent, server } = world();
    const end = await work();
    expect(end).toMatchObject({ is: 'done' });
    if (typeof end === 'string' || end.is !== 'done') throw new Error('not done');
    expect(readUploaded(end.result)).toEqual([...server.uploads.keys()]);
    expect(sent).toEqual([
      ['job-9', 30, 42],
      ['job-9', 42, 42],
    ]);
  });

  it('goes on after a kill at any step without sending a file again that has arrived', async () => {
    for (let dieAt = 1; dieAt < 12; dieAt++) {
      const { work, server, job } = world();
      await work(dieAt);
      const noted = Object.keys(job.notes).length;
      const before = server.calls.filter((call) => call === 'upload').length;
      await work();
      const again = server.calls.filter((call) => call === 'upload').length - before;
      expect({ dieAt, again }).toEqual({ dieAt, again: 2 - noted });
    }
  });

  it.each([null, {}, { server: 'local' }, { ...INPUT, parts: [{ takeId: 1 }] }])('is not %j', (input) => {
    expect(world().kind.parse(input)).toEqual(fail('job-unreadable'));
  });
});

describe('the voice that is made of it', () => {
  const early = () => {
    const clone = new CloneWorld();
    clone.input = { voiceId: 'voice-1', server: 'local', upload: 'job-9' };
    return clone;
  };

  it('uses its links and sends nothing', async () => {
    const clone = early();
    clone.uploaded = { is: 'done', kept: ['/timbre/early.wav'] };
    expect(await clone.work()).toMatchObject({ is: 'done' });
    expect(clone.server.calls).not.toContain('upload');
    expect(clone.server.trainings[0]?.request.sampleUrls).toEqual([
      `${clone.server.baseUrl}/timbre/early.wav`,
    ]);
    expect(clone.server.paid).toEqual(['training']);
  });

  it('waits while it is under way', async () => {
    const clone = early();
    clone.uploaded = { is: 'under-way' };
    expect(await clone.run()).toEqual({ is: 'waiting', why: 'upload', key: 'upload:job-9' });
    expect(clone.voice?.state.status).toBe('uploading');
    clone.uploaded = { is: 'done', kept: ['/timbre/early.wav'] };
    expect(await clone.work()).toMatchObject({ is: 'done' });
  });

  it('sends the sample itself where that came to nothing', async () => {
    const clone = early();
    expect(await clone.work()).toMatchObject({ is: 'done' });
    expect(clone.server.calls).toContain('upload');
  });
});
