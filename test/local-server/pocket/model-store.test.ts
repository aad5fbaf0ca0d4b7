import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ModelRelease, ModelState } from '../../../electron/local-server/pocket/model.ts';
import { type ModelStore, openModelStore } from '../../../electron/local-server/pocket/model-store.ts';
import { buildApart } from '../../processes/build-apart.ts';
import { temporaryFolder } from '../../recording/temporary-folder.ts';
import { ARCHIVE, pocketIn, RELEASE } from './models.ts';
import { writeToyModel } from './toy-model.ts';

let bundle: Awaited<ReturnType<typeof buildApart>>;
beforeAll(async () => {
  bundle = await buildApart('pocket');
});
afterAll(() => bundle.remove());

let folder: string;
let toy: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  toy = await writeToyModel(await temporaryFolder());
});
const stores: ModelStore[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const noNetwork: typeof fetch = async () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) });
};

async function open(more: { fetch?: typeof fetch; release?: ModelRelease; file?: string } = {}) {
  const states: ModelState[] = [];
  const { fetch = noNetwork, release = RELEASE, file = bundle.file } = more;
  const store = await openModelStore({
    ...{ folder, release, fetch, process: pocketIn(file).asked, now: () => 5 },
    onChanged: (state) => states.push(state),
  });
  stores.push(store);
  return { store, states };
}
const steps = (states: readonly ModelState[]) => [
  ...new Set(states.map((state) => (state.is === 'installing' ? state.step : state.is))),
];

describe('a model', () => {
  it('is not there at first', async () => {
    const { store } = await open();
    expect(store.state()).toEqual({ is: 'not-installed' });
    expect(store.installed()).toBeUndefined();
  });

  it('is installed from a folder, tried, and found again at the next start', async () => {
    const { store, states } = await open();
    expect(await store.install({ from: 'path', path: toy })).toMatchObject({ ok: true });
    expect(steps(states)).toEqual(['not-installed', 'checking', 'trying', 'installed']);
    expect(store.state()).toMatchObject({ is: 'installed', at: 5 });
    expect((await open()).store.installed()).toEqual(store.installed());
    expect(await readdir(folder)).toEqual(['pocket']);
  });

  it('is installed from the archive as it is published', async () => {
    const { store, states } = await open();
    expect(await store.install({ from: 'path', path: ARCHIVE })).toMatchObject({ ok: true });
    expect(steps(states)).toEqual(['not-installed', 'checking', 'unpacking', 'trying', 'installed']);
    for (const name of await readdir(toy))
      expect(await readFile(join(folder, 'pocket', name)), name).toEqual(await readFile(join(toy, name)));
    // Nothing else of the archive.
    expect((await readdir(join(folder, 'pocket'))).sort()).toEqual(
      [...(await readdir(toy)), 'model.json'].sort(),
    );
  });

  it('is removed', async () => {
    const { store } = await open();
    await store.install({ from: 'path', path: toy });
    expect((await store.remove()).ok).toBe(true);
    expect(store.state()).toEqual({ is: 'not-installed' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is said to be broken where a file of it is not what was installed', async () => {
    const { store } = await open();
    await store.install({ from: 'path', path: toy });
    await truncate(join(folder, 'pocket', 'encoder.onnx'), 100);
    const again = (await open()).store;
    expect(again.state()).toMatchObject({ is: 'broken', fault: { code: 'model-changed' } });
    expect(again.installed()).toBeUndefined();
    expect((await again.install({ from: 'path', path: toy })).ok).toBe(true);
    expect(again.state().is).toBe('installed');
  });
});

describe('what is no model', () => {
  it.each([
    ['a folder without all files', 'model-incomplete', async () => rm(join(toy, 'vocab.json'))],
    [
      'a model the engine cannot load',
      'model-does-not-run',
      async () => writeFile(join(toy, 'encoder.onnx'), '<html>'),
    ],
    ['a file cut short', 'model-does-not-run', async () => truncate(join(toy, 'lm_flow.int8.onnx'), 5000)],
  ])('%s is told and leaves nothing behind', async (_what, code, spoil) => {
    await spoil();
    const { store } = await open();
    expect(await store.install({ from: 'path', path: toy })).toMatchObject({ ok: false, fault: { code } });
    expect(store.state()).toMatchObject({ is: 'not-installed', fault: { code } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('an archive of another checksum is not unpacked', async () => {
    const path = join(await temporaryFolder(), 'other.tar.bz2');
    await writeFile(path, await readFile(ARCHIVE));
    await appendFile(path, 'x');
    const { store, states } = await open();
    expect(await store.install({ from: 'path', path })).toMatchObject({
      fault: { code: 'model-wrong-checksum' },
    });
    expect(steps(states)).not.toContain('unpacking');
  });

  it('an archive that is damaged is told, even where its checksum is right', async () => {
    const path = join(await temporaryFolder(), 'damaged.tar.bz2');
    const bytes = await readFile(ARCHIVE);
    bytes.fill(0, bytes.length / 2);
    await writeFile(path, bytes);
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { store } = await open({ release: { ...RELEASE, sha256 } });
    expect(await store.install({ from: 'path', path })).toMatchObject({
      fault: { code: 'model-not-unpacked' },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that the engine is missing where it is', async () => {
    const far = await buildApart('pocket', tmpdir());
    const { store } = await open({ file: far.file });
    expect(await store.install({ from: 'path', path: toy })).toMatchObject({
      fault: { code: 'model-engine-missing' },
    });
    await far.remove();
  });
});

describe('a download', () => {
  /** Serves the archive, `broken`: breaks off half way when asked for the whole. */
  function server({ breaks = false } = {}) {
    const asked: (string | null)[] = [];
    const fetch: typeof globalThis.fetch = async (_url, init) => {
      const range = new Headers(init?.headers).get('range');
      asked.push(range);
      const bytes = await readFile(ARCHIVE);
      const from = range ? Number(/\d+/.exec(range)?.[0]) : 0;
      const part = new Uint8Array(bytes.subarray(from, breaks && !range ? bytes.length / 2 : undefined));
      return new Response(part, { status: range ? 206 : 200 });
    };
    return { fetch, asked };
  }

  it('is installed', async () => {
    const { store, states } = await open(server());
    expect(await store.install({ from: 'download' })).toMatchObject({ ok: true });
    expect(steps(states)).toEqual([
      'not-installed',
      'downloading',
      'checking',
      'unpacking',
      'trying',
      'installed',
    ]);
    expect(await readdir(folder)).toEqual(['pocket']);
  });

  it('goes on where it broke off', async () => {
    const { fetch, asked } = server({ breaks: true });
    const { store } = await open({ fetch });
    expect(await store.install({ from: 'download' })).toMatchObject({
      fault: { code: 'model-download-failed' },
    });
    expect(await store.install({ from: 'download' })).toMatchObject({ ok: true });
    expect(asked).toEqual([null, `bytes=${Math.floor(RELEASE.bytes / 2)}-`]);
  });

  it('of another file is thrown away', async () => {
    const release = { ...RELEASE, sha256: '0'.repeat(64) };
    const { store } = await open({ ...server(), release });
    expect(await store.install({ from: 'download' })).toMatchObject({
      fault: { code: 'model-wrong-checksum' },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('without a network says so', async () => {
    const { store } = await open();
    expect(await store.install({ from: 'download' })).toMatchObject({
      fault: { code: 'model-download-failed', detail: 'ENOTFOUND' },
    });
  });

  it('can be stopped, and only one goes on at a time', async () => {
    const never: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        const giveUp = () => reject(new Error('aborted'));
        if (init?.signal?.aborted) giveUp();
        init?.signal?.addEventListener('abort', giveUp);
      });
    const { store } = await open({ fetch: never });
    const installing = store.install({ from: 'download' });
    expect(await store.install({ from: 'path', path: toy })).toMatchObject({ fault: { code: 'model-busy' } });
    expect(await store.remove()).toMatchObject({ fault: { code: 'model-busy' } });
    store.stop();
    expect((await installing).ok).toBe(false);
    // The person stopped it: there is nothing to explain.
    expect(store.state()).toEqual({ is: 'not-installed' });
  });
});
