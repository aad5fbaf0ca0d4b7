import { spawn } from 'node:child_process';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../electron/local-server/folder-lock.ts';
import { temporaryFolder } from './serving.ts';

let folder: string;
let removeFolder: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove: removeFolder } = await temporaryFolder());
});

afterEach(() => removeFolder());

const write = (content: string) => writeFile(join(folder, 'lock'), content);

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((ended) => child.once('exit', ended));
  return child.pid ?? 0;
}

async function taken(): Promise<boolean> {
  const lock = await lockFolder(folder);
  if (!lock.ok) expect(lock.fault.code).toBe('folder-in-use');
  else await lock.value.release();
  return lock.ok;
}

test('a folder is held until it is released', async () => {
  const lock = await lockFolder(folder);
  expect(lock.ok).toBe(true);
  expect(await readFile(join(folder, 'lock'), 'utf8')).toBe(`${process.pid}\n`);
  expect(await taken()).toBe(false);
  if (lock.ok) await lock.value.release();
  expect(await readdir(folder)).toEqual([]);
  expect(await taken()).toBe(true);
});

test('of two at the same time one gets it', async () => {
  const both = await Promise.all([lockFolder(folder), lockFolder(folder)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  for (const lock of both) if (lock.ok) await lock.value.release();
});

test('the lock of a process that lives is respected', async () => {
  await write(`${process.ppid}\n`);
  expect(await taken()).toBe(false);
});

test('the lock of a dead process is taken over', async () => {
  await write(`${await deadProcess()}\n`);
  expect(await taken()).toBe(true);
});

test('a lock with this process’s own number, left by another, is taken over', async () => {
  await write(`${process.pid}\n`);
  expect(await taken()).toBe(true);
});

test('a lock from before the machine was started is taken over, whoever has its number now', async () => {
  await write(`${process.ppid}\n`);
  await utimes(join(folder, 'lock'), 1000, 1000);
  expect(await taken()).toBe(true);
});

test('an empty lock counts as one just being written, until it is old', async () => {
  await write('');
  expect(await taken()).toBe(false);
  const then = Date.now() / 1000 - 20;
  await utimes(join(folder, 'lock'), then, then);
  expect(await taken()).toBe(true);
});

test('a folder that is not there cannot be used', async () => {
  expect(await lockFolder(join(folder, 'none'))).toMatchObject({
    ok: false,
    fault: { code: 'folder-not-usable' },
  });
});
