import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { got, openBatchWorld } from '../batch-world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-own-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const TEXT = 'The sea was calm.';
const OWN = { takeId: 't1', from: 0, to: 16_000, text: TEXT, createdAt: 1 };
const ROWS = [{ text: TEXT }, { text: 'The wind rose.' }];

async function openWithBatch({ isSpoken }: { isSpoken: boolean }) {
  const world = await openBatchWorld(folder);
  world.recorded.push(OWN);
  if (isSpoken) world.runner.start();
  const batch = got(
    await world.batches.make(
      { name: 'Tales', voiceId: world.stations.voices.list()[0]?.id ?? '', speed: 1 },
      ROWS,
    ),
  );
  const lines = async () => got(await world.batches.lines({ batchId: batch.id, from: 0, count: 9 }));
  if (isSpoken)
    await vi.waitFor(async () => expect((await lines()).every(({ clipId }) => clipId)).toBe(true), 5000);
  const line = { batchId: batch.id, lineId: (await lines())[0]?.id ?? '' };
  return { ...world, batch, lines, line, own: world.batches.ownClips };
}

it('a line whose words were recorded offers the recording, and no other', async () => {
  const { lines, runner } = await openWithBatch({ isSpoken: false });
  expect((await lines()).map(({ own }) => own?.takeId)).toEqual(['t1', undefined]);
  await runner.stop();
});

it('the recording takes the line’s place without a call, and the speech before comes back', async () => {
  const { own, line, lines, server, clips, runner } = await openWithBatch({ isSpoken: true });
  const [before] = await lines();
  const asked = server.paid.length;
  got(await own.useForLine(line));
  await vi.waitFor(async () => expect((await lines())[0]?.isRecording).toBe(true));
  const [after] = await lines();
  const clip = clips.get(after?.clipId ?? '');
  expect(clip).toMatchObject({ text: TEXT, recording: { takeId: 't1', from: 0, to: 16_000 }, line });
  expect(server.paid.length).toBe(asked);
  expect(got(await own.putBack(line)).counts).toMatchObject({ done: 2, canceled: 0 });
  expect((await lines())[0]).toMatchObject({ clipId: before?.clipId });
  expect((await lines())[0]?.isRecording).toBeUndefined();
  expect(clips.get(clip?.id ?? '')?.state.status).toBe('discarded');
  await runner.stop();
});

it('a line that still waited is not spoken, until the recording is put back', async () => {
  const { own, line, lines, runner, server, batch, batches } = await openWithBatch({ isSpoken: false });
  got(await own.useForLine(line));
  runner.start();
  await vi.waitFor(async () => expect((await lines()).every(({ clipId }) => clipId)).toBe(true), 5000);
  expect(server.paid.length).toBe(1);
  expect(batches.list().find(({ id }) => id === batch.id)?.counts).toMatchObject({ done: 2, canceled: 0 });
  got(await own.putBack(line));
  await vi.waitFor(() => expect(server.paid.length).toBe(2), 5000);
  await vi.waitFor(async () => expect((await lines())[0]?.clipId).toBeTruthy(), 5000);
  expect((await lines())[0]?.isRecording).toBeUndefined();
  await runner.stop();
});

it('words nobody recorded are refused, and a line of made speech has nothing to put back', async () => {
  const { own, line, runner, batches } = await openWithBatch({ isSpoken: false });
  const second = { ...line, lineId: '1' };
  expect(await own.useForLine(second)).toMatchObject({ fault: { code: 'own-line-not-found' } });
  expect(await own.use({ voiceId: 'nobody', text: TEXT })).toMatchObject({
    fault: { code: 'voice-not-found' },
  });
  expect(await own.putBack(line)).toMatchObject({ fault: { code: 'line-not-found' } });
  expect(await own.useForLine({ ...line, batchId: 'x' })).toMatchObject({
    fault: { code: 'batch-not-found' },
  });
  expect(batches.list()).toHaveLength(1);
  await runner.stop();
});
