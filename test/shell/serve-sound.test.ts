import { open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { serveSound } from '../../electron/shell/serve-sound.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';

const BYTES = Uint8Array.from({ length: 1_000_000 }, (_, i) => i % 251);
let path: string;
beforeEach(async () => {
  path = join(await temporaryFolder(), 'a.wav');
  await writeFile(path, BYTES);
});

describe('a sound for the window', () => {
  it.each([
    { range: null, from: 0, to: 999_999, status: 200 },
    { range: 'bytes=0-', from: 0, to: 999_999, status: 206 },
    { range: 'bytes=500000-', from: 500_000, to: 999_999, status: 206 },
    { range: 'bytes=10-19', from: 10, to: 19, status: 206 },
    { range: 'bytes=999990-2000000', from: 999_990, to: 999_999, status: 206 },
    { range: 'bytes=-5', from: 999_995, to: 999_999, status: 206 },
    { range: 'bytes=1-2,5-9', from: 0, to: 999_999, status: 200 },
  ])('is given for the range $range', async ({ range, from, to, status }) => {
    const answer = await serveSound(path, range);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-length')).toBe(String(to - from + 1));
    expect(answer.headers.get('content-range')).toBe(status === 206 ? `bytes ${from}-${to}/1000000` : null);
    // Not toEqual, which takes ten seconds over a million bytes.
    expect(Buffer.from(await answer.arrayBuffer()).equals(BYTES.subarray(from, to + 1))).toBe(true);
  });

  it.each(['bytes=1000000-', 'bytes=9-5'])('is refused for the range %s', async (range) => {
    const answer = await serveSound(path, range);
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */1000000']);
  });

  it('that is nowhere on disk is given as well', async () => {
    const answer = await serveSound(BYTES, 'bytes=10-19');
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, 'bytes 10-19/1000000']);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(BYTES.subarray(10, 20));
  });

  it('is thrown at where there is none', async () => {
    await expect(serveSound(`${path}x`, null)).rejects.toThrow('ENOENT');
  });

  it('of many gigabytes is begun at once, and its file closed when nobody reads on', async () => {
    const file = await open(path, 'w');
    await file.truncate(4 * 1024 ** 3);
    await file.close();
    const open_ = async () => (await readdir('/proc/self/fd').catch(() => [])).length;
    const before = await open_();
    const answer = await serveSound(path, 'bytes=0-');
    const reader = answer.body?.getReader();
    expect((await reader?.read())?.value?.length).toBeLessThanOrEqual(1_000_000);
    await reader?.cancel();
    expect(await open_()).toBe(before);
  });
});
