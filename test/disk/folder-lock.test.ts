import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../electron/disk/folder-lock.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';

const onLinux = process.platform === 'linux';
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, 'lock');
});

const leave = (holder: object | string) =>
  writeFileSync(path, typeof holder === 'string' ? holder : JSON.stringify(holder));
const holderNow = () => JSON.parse(readFileSync(path, 'utf8'));

function taken(who = 'a test') {
  const lock = lockFolder(folder, who);
  if (!lock.ok) throw new Error(lock.fault.code);
  return lock.value;
}

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((ended) => child.once('exit', ended));
  return child.pid ?? 0;
}

/** Another process that lives as long as `work`, and when it began. */
async function beside<T>(work: (pid: number, began: string) => T): Promise<T> {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)']);
  try {
    await new Promise((lives) => child.stdout.once('data', lives));
    const stat = onLinux ? readFileSync(`/proc/${child.pid}/stat`, 'utf8') : '';
    return work(child.pid ?? 0, onLinux ? (stat.split(') ')[1]?.split(' ')[19] ?? '') : '');
  } finally {
    child.kill();
    await new Promise((ended) => child.once('exit', ended));
  }
}

describe('the data folder', () => {
  it('is made where it is missing, and held until it is released', () => {
    folder = join(folder, 'new', 'deeper');
    path = join(folder, 'lock');
    const lock = taken('the app');
    expect(holderNow()).toMatchObject({ pid: process.pid, who: 'the app' });
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    taken();
  });

  it('is refused to a second one in the same process, who is told by whom', () => {
    taken('the app');
    expect(lockFolder(folder, 'the command line')).toEqual({
      ok: false,
      fault: { code: 'folder-in-use', facts: { holder: `the app, process ${process.pid}` } },
    });
    expect(holderNow().who).toBe('the app');
  });

  it('is refused while another process that holds it lives', async () => {
    await beside((pid, began) => {
      leave({ pid, began, who: 'the app' });
      expect(lockFolder(folder, 'me')).toEqual({
        ok: false,
        fault: { code: 'folder-in-use', facts: { holder: `the app, process ${pid}` } },
      });
      expect(holderNow()).toEqual({ pid, began, who: 'the app' });
    });
  });

  it('is taken over from a process that died', async () => {
    leave({ pid: await deadProcess(), began: '1', who: 'the app' });
    taken();
    expect(holderNow()).toMatchObject({ pid: process.pid, who: 'a test' });
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it.runIf(onLinux)('is taken over where a new process has the number of the one that died', async () => {
    await beside((pid, began) => {
      leave({ pid, began: `${began}9`, who: 'the app' });
      taken();
      expect(holderNow().pid).toBe(process.pid);
    });
  });

  it.runIf(onLinux)('is taken over where this process has the number of the one that died', () => {
    leave({ pid: process.pid, began: '1', who: 'the app' });
    taken();
  });

  it.each([
    { what: 'empty', content: '' },
    { what: 'cut', content: '{"pid":12' },
    { what: 'null', content: 'null' },
    { what: 'a text', content: '"lock"' },
    { what: 'without a number', content: '{"pid":"12"}' },
    { what: 'random bytes', content: '\u0000\u0001\u0002' },
  ])('is taken over where the lock is damaged: $what', ({ content }) => {
    leave(content);
    taken();
    expect(holderNow().pid).toBe(process.pid);
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  it('cannot be used where it is a file', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(lockFolder(join(folder, 'file'), 'me')).toMatchObject({
      ok: false,
      fault: { code: 'folder-not-usable' },
    });
  });
});

describe('a release', () => {
  it('removes only its own lock', () => {
    const lock = taken();
    leave({ pid: 1, began: 'x', who: 'another' });
    lock.release();
    expect(holderNow().who).toBe('another');
  });

  it('of a lock that is gone is no trouble', () => {
    const lock = taken();
    rmSync(path);
    lock.release();
    lock.release();
    expect(existsSync(path)).toBe(false);
  });
});
