import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Cloner, createCloner } from '../../../electron/local-server/pocket/cloner.ts';
import { type InstalledModel, labelModelFolder } from '../../../electron/local-server/pocket/model-folder.ts';
import { decodeWav } from '../../../electron/recording/wav-read.ts';
import { buildApart } from '../../processes/build-apart.ts';
import { temporaryFolder } from '../../recording/temporary-folder.ts';
import { dominant, sine } from '../../recording/tones.ts';
import { pocketIn } from './models.ts';
import { writeToyModel } from './toy-model.ts';

let bundle: Awaited<ReturnType<typeof buildApart>>;
beforeAll(async () => {
  bundle = await buildApart('pocket');
});
afterAll(() => bundle.remove());

const cloners: Cloner[] = [];
afterEach(async () => {
  for (const cloner of cloners.splice(0)) await cloner.close();
});

async function toyModel(framesPerToken?: number): Promise<InstalledModel> {
  const folder = await writeToyModel(await temporaryFolder(), { ...(framesPerToken && { framesPerToken }) });
  const made = await labelModelFolder(folder, { at: 5, onDone: () => {} });
  if (!made.ok) throw new Error(made.fault.code);
  return made.value;
}

function cloning(model: InstalledModel | undefined, maxWaiting?: number) {
  const broken: string[] = [];
  const { asked, started } = pocketIn(bundle.file);
  const cloner = createCloner({
    ...{ process: asked, model: () => model, onBroken: ({ code }) => broken.push(code) },
    ...(maxWaiting && { maxWaiting }),
  });
  cloners.push(cloner);
  return { cloner, broken, started };
}
const reference = (hz: number) => ({
  samples: sine({ hz, sampleRate: 44_100, seconds: 3 }),
  sampleRate: 44_100,
});
const PITCHES = [100, 150, 200, 300];

async function soundOf(cloner: Cloner, ask: { hz: number; rate?: number; text?: string }) {
  const { hz, rate = 1, text = 'Hello there, this is it.' } = ask;
  const spoken = await cloner.speak({ text, reference: reference(hz), rate });
  if (!spoken.ok) throw new Error(`${spoken.fault.code}: ${spoken.fault.detail}`);
  const decoded = decodeWav(spoken.value);
  if (!decoded.ok) throw new Error(decoded.fault.code);
  return { ...decoded.value, seconds: decoded.value.samples.length / decoded.value.sampleRate };
}

describe('a clone', () => {
  it('speaks at the pitch of its reference, whoever spoke before', async () => {
    const { cloner, started } = cloning(await toyModel());
    for (const hz of [150, 300, 150]) {
      const { samples, sampleRate } = await soundOf(cloner, { hz });
      expect(dominant(samples, sampleRate, PITCHES)).toBe(hz);
    }
    expect(started).toHaveLength(1);
  });

  it('speaks faster and slower at the same pitch', async () => {
    const { cloner } = cloning(await toyModel());
    const plain = await soundOf(cloner, { hz: 200 });
    for (const rate of [0.5, 2]) {
      const paced = await soundOf(cloner, { hz: 200, rate });
      expect(paced.seconds).toBeCloseTo(plain.seconds / rate, 2);
      expect(dominant(paced.samples, paced.sampleRate, PITCHES)).toBe(200);
    }
  });

  it('speaks longer for a longer text', async () => {
    const { cloner } = cloning(await toyModel());
    const [short, long] = [
      await soundOf(cloner, { hz: 200, text: 'Hello.' }),
      await soundOf(cloner, { hz: 200, text: 'Hello to all of you. And once more to all of you.' }),
    ];
    expect(long.seconds).toBeGreaterThan(2 * short.seconds);
  });

  it('is refused where no model is installed', async () => {
    const { cloner } = cloning(undefined);
    expect(cloner.isReady()).toBe(false);
    expect(await cloner.speak({ text: 'Hello.', reference: reference(200), rate: 1 })).toMatchObject({
      fault: { code: 'model-missing' },
    });
  });

  it('is refused, and the model said to be broken, where a file of it was changed', async () => {
    const model = await toyModel();
    await appendFile(join(model.folder, 'encoder.onnx'), 'x');
    const { cloner, broken } = cloning(model);
    expect(await cloner.speak({ text: 'Hello.', reference: reference(200), rate: 1 })).toMatchObject({
      fault: { code: 'model-missing', detail: 'encoder.onnx' },
    });
    expect(broken).toEqual(['model-changed']);
  });

  it('fails where the process is killed, and speaks again with the next', async () => {
    const { cloner, started } = cloning(await toyModel(20));
    const failing = cloner.speak({ text: 'Hello. '.repeat(20), reference: reference(200), rate: 1 });
    await expect.poll(() => started.length).toBe(1);
    started[0]?.end();
    expect(await failing).toMatchObject({ fault: { code: 'synthesizer-failed' } });
    expect((await soundOf(cloner, { hz: 200, text: 'Hi.' })).seconds).toBeGreaterThan(0);
  });

  it('is given up at once when nobody wants it any more', async () => {
    const { cloner } = cloning(await toyModel(20));
    const stop = new AbortController();
    const ask = { text: 'Hello. '.repeat(20), reference: reference(200), rate: 1 };
    const failing = cloner.speak(ask, stop.signal);
    const behind = cloner.speak(ask);
    setTimeout(() => stop.abort(), 300);
    expect(await failing).toMatchObject({ fault: { code: 'synthesizer-stopped' } });
    await cloner.close();
    expect(await behind).toMatchObject({ fault: { code: 'synthesizer-stopped' } });
  });

  it('waits in a line that has an end', async () => {
    const { cloner } = cloning(await toyModel(), 1);
    const ask = { text: 'Hello.', reference: reference(200), rate: 1 };
    const both = await Promise.all([cloner.speak(ask), cloner.speak(ask)]);
    expect(both.map((one) => (one.ok ? 'spoken' : one.fault.code))).toEqual(['spoken', 'synthesizer-busy']);
  });
});
