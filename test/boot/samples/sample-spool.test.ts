import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { SampleBody } from '../../../electron/a2e/client.ts';
import { openSampleSpool } from '../../../electron/boot/samples/sample-spool.ts';
import type { Take } from '../../../electron/recording/take.ts';
import { ok } from '../../../electron/result.ts';
import { temporaryFolder } from '../../recording/temporary-folder.ts';
import { sine } from '../../recording/tones.ts';

const RATE = 8000;
const TAKE: Take = {
  ...{ id: 't', createdAt: 1, source: { kind: 'file', fileName: 'a.wav' }, sampleRate: RATE, bitDepth: 16 },
  ...{ samples: RATE * 2, state: { status: 'kept', recovered: false } },
};
const PARTS = [{ takeId: 't', from: 0, to: RATE * 2 }];
const samples = sine({ hz: 200, sampleRate: RATE, seconds: 2 });
let folder: string;
let read: number;
beforeEach(async () => {
  folder = join(await temporaryFolder(), 'uploads');
  read = 0;
});
const open = (wanted: readonly string[] = ['job-1']) =>
  openSampleSpool({
    folder,
    isWanted: (id) => wanted.includes(id),
    source: {
      take: (id) => (id === 't' ? TAKE : undefined),
      span: async () => {
        read++;
        return ok({ sampleRate: RATE, bitDepth: 16, samples });
      },
    },
  });
async function bytesOf(body: SampleBody): Promise<number> {
  let length = 0;
  for await (const piece of body.read()) length += piece.length;
  return length;
}

it('a sample is rendered once and read from disk as often as it is sent', async () => {
  const spool = await open();
  for (const _time of [1, 2]) {
    const files = await spool.files('job-1', PARTS);
    if (!files.ok || !files.value[0]) throw new Error('no file');
    expect(await bytesOf(files.value[0])).toBe(files.value[0].byteLength);
    expect(files.value[0].byteLength).toBeGreaterThan(RATE * 2);
  }
  expect(read).toBe(1);
});

it('files go with their job, and at the next start those that nobody wants', async () => {
  const spool = await open();
  await spool.files('job-1', PARTS);
  await spool.files('job-2', PARTS);
  await spool.remove('job-1');
  expect(await readdir(folder)).toEqual(['job-2.0.wav']);
  await writeFile(join(folder, 'job-3.0.wav.abc.part'), '');
  await open(['job-3']);
  expect(await readdir(folder)).toEqual([]);
});

it('a recording that is gone is told as such', async () => {
  expect(await (await open()).files('job-1', [{ ...PARTS[0], takeId: 'x', from: 0, to: 1 }])).toMatchObject({
    fault: { code: 'sample-missing' },
  });
});

it.skipIf(process.getuid?.() === 0)('a disk that refuses is told as such', async () => {
  await mkdir(folder);
  const spool = await open();
  await chmod(folder, 0o500);
  expect(await spool.files('job-1', PARTS)).toMatchObject({ fault: { code: 'not-written' } });
});
