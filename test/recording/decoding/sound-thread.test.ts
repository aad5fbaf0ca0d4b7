import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSoundFile, openSoundInThread } from '../../../electron/recording/decoding/sound-thread.ts';
import { FIXTURES, fixturePath } from '../fixtures/sounds.ts';
import { buildSoundWorker } from './build-worker.ts';

let folder: string;
let workerFile: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-test-'));
  workerFile = await buildSoundWorker(folder);
});
afterAll(() => rm(folder, { recursive: true }));

/** A thread of the test's own making, in place of the decoder's. */
async function threadOf(code: string): Promise<string> {
  const file = join(folder, `${code.length}.cjs`);
  await writeFile(file, `const { parentPort } = require('node:worker_threads');\n${code}`);
  return file;
}

const OPENS = `const facts = { format: 'wav', codec: 'PCM', sampleRate: 8000, channels: 1, bitDepth: 16 };
parentPort.postMessage({ is: 'open', facts });
const block = () => parentPort.postMessage({ is: 'block', samples: new Float32Array(8), skipped: false });\n`;

async function played(open: ReturnType<typeof openSoundInThread>, path: string) {
  const opened = await open(path);
  if (!opened.ok) return opened;
  const samples: number[] = [];
  for await (const block of opened.value.blocks) samples.push(...block);
  await opened.value.close();
  const { format, codec, sampleRate, channels, bitDepth, seconds } = opened.value;
  return { ended: opened.value.ended(), samples, format, codec, sampleRate, channels, bitDepth, seconds };
}

describe('a sound decoded in a thread of its own', () => {
  it('needs nothing but Node’s own modules', () => {
    const required = [...readFileSync(workerFile, 'utf8').matchAll(/require\(["'`](.+?)["'`]\)/g)];
    expect(required.filter(([, name = '']) => !isBuiltin(name))).toEqual([]);
  });

  it.each(FIXTURES)('is the same as in the thread of the test: $file', async ({ file }) => {
    const open = openSoundInThread({ workerFile });
    expect(await played(open, fixturePath(file))).toEqual(await played(openSoundFile, fixturePath(file)));
  });

  it('is refused as in the thread of the test, with its facts', async () => {
    const open = openSoundInThread({ workerFile });
    expect(await played(open, fixturePath('sweep-ac3.mp4'))).toEqual({
      ok: false,
      fault: { code: 'format-not-supported', facts: { format: 'AC-3 in MP4' } },
    });
    expect(await played(open, join(folder, 'none.wav'))).toMatchObject({
      ok: false,
      fault: { code: 'file-not-found' },
    });
  });
});

describe('a thread', () => {
  it('that never says what the file is, is ended and the file refused', async () => {
    const open = openSoundInThread({ workerFile: await threadOf('for (;;);'), blockMs: 200 });
    expect(await played(open, 'x')).toMatchObject({ ok: false, fault: { code: 'audio-broken' } });
  });

  it.each([
    { what: 'hangs', next: 'for (;;);' },
    { what: 'breaks', next: 'throw new Error("damaged beyond reading");' },
    { what: 'ends', next: 'process.exit();' },
    { what: 'runs out of memory', next: 'const much = []; for (;;) much.push(new Array(1e5).fill(0.5));' },
  ])('that $what after a block leaves what came before, as damaged', async ({ next }) => {
    const code = `${OPENS}let count = 0;\nparentPort.on('message', () => { if (count++ === 0) block(); else { ${next} } });`;
    const open = openSoundInThread({ workerFile: await threadOf(code), blockMs: 5000 });
    expect(await played(open, 'x')).toMatchObject({
      samples: [0, 0, 0, 0, 0, 0, 0, 0],
      ended: { ok: true, value: { samples: 8, damaged: true } },
    });
  });
});
