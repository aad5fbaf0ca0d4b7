import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openTokenShelf } from '../../electron/library/token-shelf.ts';
import type { Vault } from '../../electron/library/vault.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';
import { memoryVault } from './memory-vault.ts';

const SERVER = 'https://a2e.example';
const TOKEN = 'sk_secret.token';
let folder: string;
let setAside: string[];
beforeEach(async () => {
  folder = await temporaryFolder();
  setAside = [];
});
const open = (vault?: Vault) =>
  openTokenShelf({ folder, vault, now: () => 7, onSetAside: (_name, keptAs) => setAside.push(keptAs) });
const onDisk = () => readFile(join(folder, 'tokens.json'), 'utf8').catch(() => '');

describe('with a keyring', () => {
  it('a token is sealed on disk, for its owner alone, and there again at the next start', async () => {
    const vault = memoryVault();
    const shelf = await open(vault);
    expect(shelf.hasKeyring).toBe(true);
    expect(await shelf.keep(SERVER, TOKEN, 'safely')).toEqual({ ok: true, value: undefined });
    expect(shelf.keeping(SERVER)).toBe('keyring');
    expect(await onDisk()).not.toContain(TOKEN);
    expect((await stat(join(folder, 'tokens.json'))).mode & 0o777).toBe(0o600);
    const next = await open(vault);
    expect([next.get(SERVER), next.keeping(SERVER)]).toEqual([TOKEN, 'keyring']);
  });

  it('that is not there at the next start leaves the token locked and as it is', async () => {
    await (await open(memoryVault())).keep(SERVER, TOKEN, 'safely');
    const before = await onDisk();
    for (const vault of [undefined, memoryVault()]) {
      const next = await open(vault);
      expect([next.get(SERVER), next.keeping(SERVER)]).toEqual([undefined, 'locked']);
    }
    expect(await onDisk()).toBe(before);
  });

  it('that refuses to seal leaves the token in memory, not in the plain', async () => {
    const vault = memoryVault();
    const shelf = await open({ ...vault, seal: () => Promise.reject(new Error('locked')) });
    await shelf.keep(SERVER, TOKEN, 'safely');
    expect([shelf.get(SERVER), shelf.keeping(SERVER)]).toEqual([TOKEN, 'run']);
    expect(await onDisk()).not.toContain(TOKEN);
  });
});

describe('without a keyring', () => {
  it('a token lives for this run and touches no disk', async () => {
    const shelf = await open();
    expect(shelf.hasKeyring).toBe(false);
    await shelf.keep(SERVER, TOKEN, 'safely');
    expect([shelf.get(SERVER), shelf.keeping(SERVER)]).toEqual([TOKEN, 'run']);
    expect(await readdir(folder)).toEqual([]);
    expect((await open()).get(SERVER)).toBeUndefined();
  });

  it('a token is kept in the plain where that was asked for, until it is kept otherwise', async () => {
    const shelf = await open();
    await shelf.keep(SERVER, TOKEN, 'plain');
    const next = await open();
    expect([next.get(SERVER), next.keeping(SERVER)]).toEqual([TOKEN, 'plain']);
    await next.keep(SERVER, 'sk_other', 'safely');
    expect(await onDisk()).not.toMatch(/sk_/);
  });
});

it('a forgotten token is gone from memory and disk', async () => {
  const shelf = await open();
  await shelf.keep(SERVER, TOKEN, 'plain');
  await shelf.forget(SERVER);
  expect([shelf.get(SERVER), shelf.keeping(SERVER)]).toEqual([undefined, undefined]);
  expect(await onDisk()).not.toContain(TOKEN);
});

it.each(['{"version":1,"tok', '{"version":2,"tokens":{}}', '[]'])(
  'a damaged file (%s) is set aside',
  async (text) => {
    await writeFile(join(folder, 'tokens.json'), text);
    const shelf = await open();
    expect(setAside).toEqual(['tokens-damaged-7.json']);
    expect(await readFile(join(folder, 'tokens-damaged-7.json'), 'utf8')).toBe(text);
    expect(shelf.get(SERVER)).toBeUndefined();
  },
);
