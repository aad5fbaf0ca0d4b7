import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assessQuality } from '../../../electron/recording/quality/assess.ts';
import { createQualityDesk } from '../../../electron/recording/quality/quality-desk.ts';
import { voice, WINDOW } from './signals.ts';

const sample = { samples: voice({ seconds: 12, sampleRate: 16_000 }), sampleRate: 16_000, window: WINDOW };
let folder: string;
let workerFile: string;

/** The worker as the product has it: one CommonJS file with everything in it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-test-'));
  workerFile = join(folder, 'quality-worker.cjs');
  await build({
    ...{ configFile: resolve('apart.config.ts'), mode: 'quality-worker', logLevel: 'error' },
    build: { outDir: folder },
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A thread that does something else. */
async function worker(name: string, code: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `const { parentPort } = require('node:worker_threads');\n${code}`);
  return file;
}

describe('the quality desk', () => {
  test('its worker requires nothing but Node’s own modules', async () => {
    const required = [...(await readFile(workerFile, 'utf8')).matchAll(/require\(["'`](.+?)["'`]\)/g)];
    expect(required.map(([, name]) => name)).toEqual(['node:worker_threads']);
  });

  test('answers what would have been measured here, several in order', async () => {
    const desk = createQualityDesk({ workerFile });
    const here = assessQuality(sample);
    const there = await Promise.all([desk.assess(sample), desk.assess(sample)]);
    expect(there).toEqual([
      { ok: true, value: here },
      { ok: true, value: here },
    ]);
    expect(sample.samples.length).toBe(12 * 16_000);
    await desk.close();
    expect(await desk.assess(sample)).toMatchObject({ ok: false, fault: { code: 'quality-stopped' } });
  });

  test('can be told to stop: what runs, what waits, and what comes too late', async () => {
    const hangs = await worker('hangs.cjs', "parentPort.on('message', () => { for (;;); });");
    const desk = createQualityDesk({ workerFile: hangs });
    const stop = new AbortController();
    const both = [desk.assess(sample, stop.signal), desk.assess(sample, stop.signal)];
    setTimeout(() => stop.abort(), 50);
    const late = Promise.all(both).then(() => desk.assess(sample, stop.signal));
    for (const end of await Promise.all([...both, late]))
      expect(end).toMatchObject({ ok: false, fault: { code: 'quality-stopped' } });
    await desk.close();
  });

  test('closing ends what runs and what waits', async () => {
    const hangs = await worker('hangs-too.cjs', "parentPort.on('message', () => { for (;;); });");
    const desk = createQualityDesk({ workerFile: hangs });
    const both = [desk.assess(sample), desk.assess(sample)];
    await desk.close();
    for (const end of await Promise.all(both))
      expect(end).toMatchObject({ ok: false, fault: { code: 'quality-stopped' } });
  });

  test('a thread that hangs or breaks fails that sample only', async () => {
    const code = `parentPort.on('message', ({ sampleRate }) => {
      if (sampleRate === 1) for (;;);
      if (sampleRate === 2) throw new Error('torn');
      parentPort.postMessage('report');
    });`;
    const desk = createQualityDesk({ workerFile: await worker('breaks.cjs', code), timeoutMs: 500 });
    for (const sampleRate of [1, 2]) {
      const ended = await desk.assess({ ...sample, sampleRate });
      expect(ended).toMatchObject({ ok: false, fault: { code: 'quality-failed' } });
      expect(await desk.assess(sample)).toEqual({ ok: true, value: 'report' });
    }
    await desk.close();
  });

  test('too many at once are refused', async () => {
    const slow = await worker(
      'slow.cjs',
      "parentPort.on('message', () => setTimeout(() => parentPort.postMessage('report'), 50));",
    );
    const desk = createQualityDesk({ workerFile: slow, maxWaiting: 2 });
    const ends = await Promise.all([desk.assess(sample), desk.assess(sample), desk.assess(sample)]);
    expect(ends.map((end) => (end.ok ? 'report' : end.fault.code))).toEqual([
      'report',
      'report',
      'quality-busy',
    ]);
    await desk.close();
  });

  test('a missing worker is a failure, not a crash', async () => {
    const desk = createQualityDesk({ workerFile: join(folder, 'none.cjs') });
    expect(await desk.assess(sample)).toMatchObject({ ok: false, fault: { code: 'quality-failed' } });
    await desk.close();
  });
});
