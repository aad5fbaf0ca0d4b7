import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSeal } from '../../electron/disk/seal.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';

const SECRET = '?X-Amz-Signature=verysecret&ü=1';

it('what was sealed can be opened at the next start, and is not to be read', async () => {
  const file = join(await temporaryFolder(), 'key');
  const sealed = (await openSeal(file)).seal(SECRET);
  expect(sealed).toMatch(/^[\w-]+$/);
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('verysecret');
  expect((await openSeal(file)).open(sealed)).toBe(SECRET);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('two seals of the same words differ', async () => {
  const { seal } = await openSeal(join(await temporaryFolder(), 'key'));
  expect(seal(SECRET)).not.toBe(seal(SECRET));
});

it.each(['', 'AAAA', 'x'.repeat(100)])('what is no seal (%j) is not opened', async (text) => {
  expect((await openSeal(join(await temporaryFolder(), 'key'))).open(text)).toBeUndefined();
});

it('a key that is lost or damaged is replaced, and what it sealed stays shut', async () => {
  const file = join(await temporaryFolder(), 'key');
  const sealed = (await openSeal(file)).seal(SECRET);
  await writeFile(file, 'damaged');
  const next = await openSeal(file);
  expect(next.open(sealed)).toBeUndefined();
  expect(next.open(next.seal(SECRET))).toBe(SECRET);
  expect(await readFile(file, 'utf8')).not.toBe('damaged');
});
