import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileBody } from '../../../electron/cloning/sample/sample-body.ts';
import { temporaryFolder } from '../../recording/temporary-folder.ts';

it.each([0, 1, 256 * 1024, 256 * 1024 + 1, 1_500_000])(
  'a file of %i bytes is read whole, and again',
  async (length) => {
    const path = join(await temporaryFolder(), 'a.wav');
    const bytes = Buffer.from(Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255));
    await writeFile(path, bytes);
    const body = await fileBody(path);
    expect(body?.byteLength).toBe(length);
    for (let time = 0; time < 2; time++) {
      const pieces: Buffer[] = [];
      for await (const piece of body?.read() ?? []) pieces.push(Buffer.from(piece));
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    }
  },
);

it('a file that is not there is none', async () => {
  expect(await fileBody(join(await temporaryFolder(), 'none.wav'))).toBeUndefined();
});
