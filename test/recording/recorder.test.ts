import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecorder, LONGEST_TAKE_SECONDS, type Recorder } from '../../electron/recording/recorder.ts';
import type { Take } from '../../electron/recording/take.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import type { Fault } from '../../electron/result.ts';
import { type FakeKeeper, fakeKeeper, fakeLine } from './fake-keeper.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { sine } from './tones.ts';

const RATE = 1000;
const FULL = LONGEST_TAKE_SECONDS * RATE;
const sound = sine({ hz: 100, sampleRate: RATE, seconds: LONGEST_TAKE_SECONDS + 1 });

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const recorders: Recorder[] = [];
afterEach(async () => {
  await Promise.all(recorders.splice(0).map((recorder) => recorder.stopAll()));
});

/** A recorder with one take that is open and connected. */
async function recording(keeper: FakeKeeper = fakeKeeper(folder)) {
  const ended: { take: Take; fault: Fault | undefined }[] = [];
  const blocks: { take: Take; first: number; samples: Float32Array }[] = [];
  let count = 0;
  const recorder = createRecorder({
    keeper,
    now: () => 5,
    newId: () => `take-${++count}`,
    onBlock: (take, block) => blocks.push({ take, ...block }),
    onEnded: (take, fault) => ended.push({ take, fault }),
  });
  recorders.push(recorder);
  const begun = await recorder.begin({ device: 'Desk', sampleRate: RATE, bitDepth: 24 });
  if (!begun.ok) throw new Error(begun.fault.code);
  const line = fakeLine();
  const { id } = begun.value;
  expect(recorder.connect(id, line).ok).toBe(true);
  const onDisk = async () => new Uint8Array(await readFile(keeper.path(id)));
  return { recorder, keeper, line, id, take: begun.value, ended, blocks, onDisk };
}

/** What a take of this much of the sound is on disk. */
const wav = (samples: number) => encodeWav({ sampleRate: RATE, samples: sound.subarray(0, samples) }, 24);
const kept = (take: Take, samples: number): Take => ({
  ...take,
  samples,
  state: { status: 'kept', recovered: false },
});
const soon = <T>(work: Promise<T>, ms = 500): Promise<T | 'late'> =>
  Promise.race([work, new Promise<'late'>((resolve) => setTimeout(resolve, ms, 'late').unref())]);

describe('the recorder', () => {
  it('begins a take that is being recorded', async () => {
    const { take, keeper } = await recording();
    expect(take).toEqual({
      ...{ id: 'take-1', createdAt: 5, source: { kind: 'microphone', device: 'Desk' } },
      ...{ sampleRate: RATE, bitDepth: 24, samples: 0, state: { status: 'recording' } },
    });
    expect(keeper.takes.get('take-1')).toEqual(take);
  });

  it('writes blocks in order and keeps the take', async () => {
    const { recorder, line, id, take, onDisk, ended } = await recording();
    for (let at = 0; at < 500; at += 50) line.frames(at, sound.subarray(at, at + 50));
    line.say({ kind: 'end', samples: 500 });
    expect(await recorder.stop(id, 500)).toEqual({ ok: true, value: kept(take, 500) });
    expect(await onDisk()).toEqual(wav(500));
    expect(line.told).toEqual(['closed']);
    expect(ended).toEqual([]);
  });

  it('waits at stop for sound that is still on its way', async () => {
    const { recorder, line, id, take } = await recording();
    line.frames(0, sound.subarray(0, 50));
    const stopped = recorder.stop(id, 100);
    expect(await soon(stopped, 50)).toBe('late');
    line.frames(50, sound.subarray(50, 100));
    expect(await soon(stopped)).toEqual({ ok: true, value: kept(take, 100) });
  });

  it('waits at stop even for its line', async () => {
    const { recorder } = await recording();
    const begun = await recorder.begin({ device: 'Desk', sampleRate: RATE, bitDepth: 16 });
    const id = begun.ok ? begun.value.id : '';
    const stopped = recorder.stop(id, 10);
    const line = fakeLine();
    recorder.connect(id, line);
    line.frames(0, sound.subarray(0, 10));
    expect(await soon(stopped)).toMatchObject({ ok: true, value: { samples: 10 } });
  });

  it('keeps what came where the rest never comes, two seconds later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { recorder, line, id, take } = await recording();
      line.frames(0, sound.subarray(0, 50));
      const stopped = recorder.stop(id, 100);
      await vi.advanceTimersByTimeAsync(1_999);
      expect(line.told).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(await stopped).toEqual({ ok: true, value: kept(take, 50) });
    } finally {
      vi.useRealTimers();
    }
  });

  it('answers a second stop with the same take, before and after the first is done', async () => {
    const { recorder, line, id, take } = await recording();
    line.frames(0, sound.subarray(0, 50));
    const both = Promise.all([recorder.stop(id, 100), recorder.stop(id, 100)]);
    line.frames(50, sound.subarray(50, 100));
    const same = { ok: true, value: kept(take, 100) };
    expect(await soon(both)).toEqual([same, same]);
    expect(await recorder.stop(id, 100)).toEqual(same);
  });

  it('knows no other take', async () => {
    const { recorder } = await recording();
    const line = fakeLine();
    expect(await recorder.stop('take-9', 0)).toMatchObject({ ok: false, fault: { code: 'take-not-found' } });
    expect(recorder.connect('take-9', line)).toMatchObject({ ok: false, fault: { code: 'take-not-found' } });
    expect(line.told).toEqual(['closed']);
  });

  it('takes one line per take', async () => {
    const { recorder, line, id } = await recording();
    const second = fakeLine();
    expect(recorder.connect(id, second).ok).toBe(false);
    expect(second.told).toEqual(['closed']);
    expect(line.told).toEqual([]);
  });

  it.each([
    { what: 'a gap', first: 60 },
    { what: 'a block that came before', first: 0 },
  ])('breaks off at $what and keeps what came before', async ({ first }) => {
    const { recorder, line, id, take, ended, onDisk } = await recording();
    line.frames(0, sound.subarray(0, 50));
    line.frames(first, sound.subarray(first, first + 50));
    line.frames(50, sound.subarray(50, 100));
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(ended[0]).toMatchObject({ take: kept(take, 50), fault: { code: 'frames-out-of-order' } });
    expect(line.told).toEqual(['broken', 'closed']);
    expect(await onDisk()).toEqual(wav(50));
    expect(await recorder.stop(id, 100)).toEqual({ ok: true, value: kept(take, 50) });
  });

  it('keeps the take when the window is gone', async () => {
    const { line, take, ended, onDisk } = await recording();
    line.frames(0, sound.subarray(0, 50));
    line.breakUp();
    await vi.waitFor(() => expect(ended).toEqual([{ take: kept(take, 50), fault: undefined }]));
    expect(await onDisk()).toEqual(wav(50));
  });

  it('keeps what fitted when the disk fills up', async () => {
    const { recorder, line, id, take, ended, onDisk } = await recording(
      fakeKeeper(folder, { room: 44 + 3 * 120 }),
    );
    for (let at = 0; at < 500; at += 50) line.frames(at, sound.subarray(at, at + 50));
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(ended[0]).toMatchObject({ take: kept(take, 100), fault: { code: 'disk-full' } });
    expect((await onDisk()).subarray(0, 44 + 300)).toEqual(wav(100));
    expect(await recorder.stop(id, 500)).toEqual({ ok: true, value: kept(take, 100) });
  });

  it('says so when the take cannot be written down', async () => {
    const { recorder, line, id } = await recording(fakeKeeper(folder, { saves: 0 }));
    line.frames(0, sound.subarray(0, 50));
    expect(await recorder.stop(id, 50)).toMatchObject({ ok: false, fault: { code: 'disk-full' } });
  });
});

describe('the marks of a take', () => {
  const marks = [
    { at: 0, sentence: -1 },
    { at: 50, sentence: 0 },
  ];

  it('are written down as they come and kept with it, save one whose sound never came', async () => {
    const { recorder, keeper, line, id, take } = await recording();
    line.say({ kind: 'mark', at: 0, sentence: -1 });
    line.frames(0, sound.subarray(0, 50));
    line.say({ kind: 'mark', at: 50, sentence: 0 });
    await vi.waitFor(() => expect(keeper.takes.get(id)).toEqual({ ...take, marks }));
    line.frames(50, sound.subarray(50, 100));
    line.say({ kind: 'mark', at: 100, sentence: 1 });
    expect(await recorder.stop(id, 100)).toEqual({ ok: true, value: { ...kept(take, 100), marks } });
    expect(keeper.takes.get(id)?.marks).toEqual(marks);
  });

  it('cannot lie where there is no sound yet, and are not without end', async () => {
    const { recorder, line, id } = await recording();
    line.frames(0, sound.subarray(0, 50));
    line.say({ kind: 'mark', at: 51, sentence: 0 });
    for (let sentence = 0; sentence < 300; sentence++) line.say({ kind: 'mark', at: 10, sentence });
    const stopped = await recorder.stop(id, 50);
    expect(stopped.ok && stopped.value.marks?.length).toBe(200);
    expect(stopped.ok && stopped.value.marks?.every(({ at }) => at === 10)).toBe(true);
  });

  it('that a full disk refuses end nothing', async () => {
    const { recorder, line, id } = await recording(fakeKeeper(folder, { saves: 0 }));
    line.say({ kind: 'mark', at: 0, sentence: 0 });
    line.frames(0, sound.subarray(0, 50));
    expect(await recorder.stop(id, 50)).toMatchObject({ ok: false, fault: { code: 'disk-full' } });
    expect(line.told).toEqual(['closed']);
  });
});

it('a take goes on with the session it is told', async () => {
  const { recorder } = await recording();
  const begun = await recorder.begin({ device: 'Desk', sampleRate: RATE, bitDepth: 16, sessionId: 'take-1' });
  expect(begun).toMatchObject({ ok: true, value: { sessionId: 'take-1' } });
});

describe('whoever listens along', () => {
  it('is told of every block at once, and of nothing past the limit', async () => {
    const { line, keeper, blocks, take } = await recording();
    keeper.hold(true);
    line.frames(0, sound.subarray(0, 500));
    line.frames(500, sound.subarray(500));
    expect(blocks).toEqual([
      { take, first: 0, samples: sound.subarray(0, 500) },
      { take, first: 500, samples: sound.subarray(500, FULL) },
    ]);
    keeper.hold(false);
  });
});

describe('a take that reaches the limit', () => {
  it.each([
    { what: 'with a block that fits', block: 500 },
    { what: 'in the middle of a block', block: 700 },
  ])('$what is kept at exactly 60 s, whatever comes behind', async ({ block }) => {
    const { recorder, line, id, take, ended, onDisk } = await recording();
    for (let at = 0; at < sound.length; at += block) line.frames(at, sound.subarray(at, at + block));
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(ended).toEqual([{ take: kept(take, FULL), fault: undefined }]);
    expect(line.told).toEqual(['full', 'closed']);
    expect(Buffer.compare(await onDisk(), wav(FULL))).toBe(0);
    expect(await recorder.stop(id, sound.length)).toEqual({ ok: true, value: kept(take, FULL) });
  });

  it('answers a stop that comes at the same moment without waiting for more', async () => {
    const { recorder, line, id, take, ended } = await recording();
    line.frames(0, sound.subarray(0, FULL - 10));
    line.frames(FULL - 10, sound.subarray(FULL - 10, FULL + 40));
    const stopped = recorder.stop(id, FULL + 40);
    expect(await soon(stopped)).toEqual({ ok: true, value: kept(take, FULL) });
    expect(ended.length).toBeLessThanOrEqual(1);
  });
});

describe('closing', () => {
  it('keeps every open take', async () => {
    const { recorder, line, take, keeper, ended } = await recording();
    await recorder.begin({ device: 'Other', sampleRate: RATE, bitDepth: 16 });
    line.frames(0, sound.subarray(0, 50));
    await recorder.stopAll();
    expect([...keeper.takes.values()].map(({ state, samples }) => [state.status, samples])).toEqual([
      ['kept', 50],
      ['kept', 0],
    ]);
    expect(ended.map((each) => each.take)).toContainEqual(kept(take, 50));
  });

  it('waits for a take that is just being stopped', async () => {
    const { recorder, line, id, keeper } = await recording();
    line.frames(0, sound.subarray(0, 50));
    await vi.waitFor(() => expect(keeper.takes.size).toBe(1));
    keeper.hold(true);
    const stopped = recorder.stop(id, 0);
    await vi.waitFor(() => expect(line.told).toEqual(['closed']));
    const closed = recorder.stopAll();
    expect(await soon(closed, 50)).toBe('late');
    keeper.hold(false);
    await closed;
    expect(keeper.takes.get(id)?.state.status).toBe('kept');
    expect((await stopped).ok).toBe(true);
  });

  it('with nothing open is done at once', async () => {
    const { recorder, id } = await recording();
    await recorder.stop(id, 0);
    await recorder.stopAll();
  });
});
