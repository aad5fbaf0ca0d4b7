import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFliteSynthesizer } from '../../electron/local-server/flite-synthesizer.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import { temporaryFolder, WASM_FILE } from './serving.ts';

let folder: string;
let removeFolder: () => Promise<void>;
let workerFile: string;

/** The worker as the product has it: one CommonJS file with everything in it. */
beforeAll(async () => {
  ({ folder, remove: removeFolder } = await temporaryFolder());
  workerFile = join(folder, 'flite-worker.cjs');
  await build({
    ...{ configFile: false, logLevel: 'error', ssr: { noExternal: true } },
    build: {
      ...{ ssr: true, outDir: folder, emptyOutDir: false, target: 'node20.18' },
      rolldownOptions: {
        input: { 'flite-worker': resolve('electron/local-server/flite-worker.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  });
});

afterAll(() => removeFolder());

const HELLO = { text: 'Hello, this is a “test”.', voice: 'slt', rate: 1 } as const;

async function worker(name: string, code: string): Promise<{ workerFile: string; wasmFile: string }> {
  const file = join(folder, name);
  await writeFile(file, `const { parentPort } = require('node:worker_threads');\n${code}`);
  return { workerFile: file, wasmFile: WASM_FILE };
}

describe('Flite in its own thread', () => {
  test('the worker requires nothing but Node’s own modules', () => {
    const required = [...readFileSync(workerFile, 'utf8').matchAll(/require\(["'`](.+?)["'`]\)/g)];
    expect(required.map(([, name]) => name)).toEqual(['node:worker_threads']);
  });

  test('speaks several texts in order and stays usable until it is closed', async () => {
    const flite = createFliteSynthesizer({ workerFile, wasmFile: WASM_FILE });
    const rates = [0.5, 1, 2];
    const spoken = await Promise.all(rates.map((rate) => flite.speak({ ...HELLO, rate })));
    const seconds = spoken.map((result) => {
      if (!result.ok) throw new Error(result.fault.detail);
      const decoded = decodeWav(result.value);
      return decoded.ok ? decoded.value.samples.length / decoded.value.sampleRate : 0;
    });
    const [slow = 0, plain = 0, fast = 0] = seconds;
    expect(plain).toBeGreaterThan(1);
    expect(slow / plain).toBeCloseTo(2, 1);
    expect(fast / plain).toBeCloseTo(0.5, 1);
    await flite.close();
    expect(await flite.speak(HELLO)).toMatchObject({ ok: false, fault: { code: 'synthesizer-stopped' } });
  });

  test('the thread ends when it idles and is started again', async () => {
    const flite = createFliteSynthesizer({ workerFile, wasmFile: WASM_FILE, idleMs: 1 });
    expect((await flite.speak(HELLO)).ok).toBe(true);
    await new Promise((wake) => setTimeout(wake, 100));
    expect((await flite.speak(HELLO)).ok).toBe(true);
    await flite.close();
  });

  test('closing ends at once what is being spoken and what waits', async () => {
    const flite = createFliteSynthesizer({ workerFile, wasmFile: WASM_FILE });
    expect((await flite.speak(HELLO)).ok).toBe(true);
    // Flite takes seconds over this one.
    const both = [flite.speak({ ...HELLO, text: '9'.repeat(1000) }), flite.speak(HELLO)];
    await new Promise((wake) => setTimeout(wake, 100));
    const before = performance.now();
    await flite.close();
    expect(performance.now() - before).toBeLessThan(1000);
    for (const end of await Promise.all(both))
      expect(end).toMatchObject({ ok: false, fault: { code: 'synthesizer-stopped' } });
  });
});

describe('a thread that fails', () => {
  test('one that hangs is ended in time, and the next request gets a new one', async () => {
    const hangs = await worker(
      'hangs.cjs',
      "parentPort.on('message', ({ text }) => { if (text === 'hang') for (;;); parentPort.postMessage({ ok: true, value: new Uint8Array(1) }); });",
    );
    const flite = createFliteSynthesizer({ ...hangs, timeoutMs: 300 });
    expect(await flite.speak({ ...HELLO, text: 'hang' })).toMatchObject({
      ...{ ok: false, fault: { code: 'synthesizer-too-slow' } },
    });
    expect((await flite.speak(HELLO)).ok).toBe(true);
    await flite.close();
  });

  test('one that breaks fails that request only', async () => {
    const breaks = await worker(
      'breaks.cjs',
      "parentPort.on('message', ({ text }) => { if (text === 'break') throw new Error('torn'); parentPort.postMessage({ ok: true, value: new Uint8Array(1) }); });",
    );
    const flite = createFliteSynthesizer(breaks);
    expect(await flite.speak({ ...HELLO, text: 'break' })).toMatchObject({
      ...{ ok: false, fault: { code: 'synthesizer-failed', detail: 'torn' } },
    });
    expect((await flite.speak(HELLO)).ok).toBe(true);
    await flite.close();
  });

  test('too many at once are refused', async () => {
    const slow = await worker(
      'slow.cjs',
      "parentPort.on('message', () => setTimeout(() => parentPort.postMessage({ ok: true, value: new Uint8Array(1) }), 50));",
    );
    const flite = createFliteSynthesizer({ ...slow, maxWaiting: 2 });
    const ends = await Promise.all([flite.speak(HELLO), flite.speak(HELLO), flite.speak(HELLO)]);
    expect(ends.map((end) => (end.ok ? 'spoken' : end.fault.code))).toEqual([
      ...['spoken', 'spoken', 'synthesizer-busy'],
    ]);
    await flite.close();
  });

  test('a caller who has gone is not spoken for', async () => {
    const flite = createFliteSynthesizer({ workerFile, wasmFile: WASM_FILE });
    expect(await flite.speak(HELLO, AbortSignal.abort())).toMatchObject({
      ...{ ok: false, fault: { code: 'synthesizer-stopped' } },
    });
    await flite.close();
  });

  test('missing files are a failure, not a crash', async () => {
    const flite = createFliteSynthesizer({ workerFile: join(folder, 'none.cjs'), wasmFile: WASM_FILE });
    expect(await flite.speak(HELLO)).toMatchObject({ ok: false, fault: { code: 'synthesizer-failed' } });
    await flite.close();
  });
});
