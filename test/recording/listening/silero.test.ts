import { copyFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startNodeProcess } from '../../../electron/processes/node-process.ts';
import type { OwnProcess } from '../../../electron/processes/own-process.ts';
import { createSilero, type SpeechDetector } from '../../../electron/recording/listening/silero.ts';
import { buildApart } from '../../processes/build-apart.ts';
import * as defects from '../../speech/defects.ts';
import { joined, readers, SPEECH_RATE } from '../../speech/readers.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { sine } from '../tones.ts';
import { music, noise, RATE, repeated, spoken } from './sounds.ts';

const MODEL = resolve('node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx');

let bundle: Awaited<ReturnType<typeof buildApart>>;
beforeAll(async () => {
  bundle = await buildApart('listening');
});
afterAll(() => bundle.remove());

const made: SpeechDetector[] = [];
afterEach(() => {
  for (const detector of made.splice(0)) detector.close();
});

/** A detector, and the processes it has started. */
function silero(more: { modelFile?: string; file?: string; answerMs?: number; idleMs?: number } = {}) {
  const { file = bundle.file, ...options } = more;
  const processes: OwnProcess[] = [];
  const detector = createSilero({
    start() {
      const started = startNodeProcess(file);
      processes.push(started);
      return started;
    },
    modelFile: MODEL,
    ...options,
  });
  made.push(detector);
  return { detector, processes };
}

async function speechIn(sound: { samples: Float32Array; sampleRate: number }) {
  const heard = await silero().detector.detect(sound);
  if (!heard.ok) throw new Error(`${heard.fault.code}: ${heard.fault.detail}`);
  return heard.value;
}
const lengthOf = (spans: readonly { from: number; to: number }[]) =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);

describe('what Silero takes for speech', () => {
  it('is a voice, where it begins and ends', async () => {
    const { from, to, ...sound } = await spoken();
    const { spans, by } = await speechIn(sound);
    expect(by).toBe('silero');
    expect(Math.abs((spans[0]?.from ?? 0) - from)).toBeLessThan(0.4 * RATE);
    expect(Math.abs((spans.at(-1)?.to ?? 0) - to)).toBeLessThan(0.6 * RATE);
    expect(lengthOf(spans) / (to - from)).toBeGreaterThan(0.75);
  });

  it('is the same in samples of the sound at another rate', async () => {
    const { from, to, samples } = await spoken();
    const { spans } = await speechIn({ samples: repeated(samples, 3), sampleRate: 3 * RATE });
    expect(Math.abs((spans[0]?.from ?? 0) - 3 * from)).toBeLessThan(0.4 * 3 * RATE);
    expect(Math.abs((spans.at(-1)?.to ?? 0) - 3 * to)).toBeLessThan(0.6 * 3 * RATE);
  });

  it.each([
    ['silence', new Float32Array(10 * RATE)],
    ['steady noise', noise(10)],
    ['loud noise', noise(10, 0.8)],
    ['a tone', sine({ hz: 440, sampleRate: RATE, seconds: 10 })],
    ['chords', music(10)],
  ])('is not %s', async (_name, samples) => {
    expect(lengthOf((await speechIn({ samples, sampleRate: RATE })).spans)).toBeLessThan(0.5 * RATE);
  });

  it('is nothing in no sound at all', async () => {
    expect((await speechIn({ samples: new Float32Array(0), sampleRate: RATE })).spans).toEqual([]);
  });
});

const people = await readers(resolve('.'));

describe.skipIf(!people)('real speech (skipped where there is none beside the checkout)', () => {
  it.each(people ?? [])('of reader $id is found, and a pause in it is none', async ({ clips }) => {
    const [before, after] = [joined(clips, 10), joined(clips, 10, 1)];
    const pause = 3 * SPEECH_RATE;
    const samples = new Float32Array(before.length + pause + after.length);
    samples.set(before);
    samples.set(after, before.length + pause);
    // A room is never silent: 20 dB below the speech, and as loud in the pause.
    const room = { kind: 'fan', length: samples.length, sampleRate: SPEECH_RATE, seed: 1 } as const;
    const { spans } = await speechIn({
      samples: defects.added(samples, defects.noise({ ...room, db: defects.rmsDb(before) - 20 })),
      sampleRate: SPEECH_RATE,
    });
    const within = (from: number, to: number) =>
      lengthOf(
        spans
          .map((span) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
          .filter((span) => span.to > span.from),
      );
    // Readers pause, too: some for a third of their time.
    expect(within(0, before.length) / before.length).toBeGreaterThan(0.6);
    expect(within(before.length + pause, samples.length) / after.length).toBeGreaterThan(0.6);
    expect(within(before.length, before.length + pause) / pause).toBeLessThan(0.2);
  });
});

describe('a sound that comes in blocks', () => {
  it('is counted as it comes, never downwards, and ends as a whole one does', async () => {
    const sound = await spoken();
    const counts: number[] = [];
    const begun = silero().detector.begin({ sampleRate: RATE, onHeard: (count) => counts.push(count) });
    if (!begun.ok) throw new Error(begun.fault.code);
    for (let at = 0; at < sound.samples.length; at += 777) {
      begun.value.send(at, sound.samples.slice(at, at + 777));
      await begun.value.room(0);
    }
    const ended = await begun.value.end();
    const whole = await speechIn(sound);
    expect(ended).toEqual({ ok: true, value: whole });
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    const half = counts[Math.floor(counts.length / 2)] ?? 0;
    expect(half).toBeGreaterThan(0.3 * lengthOf(whole.spans));
    expect((counts.at(-1) ?? 0) / lengthOf(whole.spans)).toBeCloseTo(1, 1);
  });

  it('keeps its places where blocks were left out', async () => {
    const { samples, from } = await spoken('One two three four five six.');
    const begun = silero().detector.begin({ sampleRate: RATE });
    if (!begun.ok) throw new Error(begun.fault.code);
    const gap = 60 * RATE;
    begun.value.send(0, samples);
    begun.value.send(samples.length + gap, samples);
    const ended = await begun.value.end();
    if (!ended.ok) throw new Error(ended.fault.code);
    const { spans } = ended.value;
    const again = spans.filter((span) => span.from >= samples.length + gap);
    expect(spans.filter((span) => span.from < samples.length + gap && span.to > samples.length)).toEqual([]);
    expect(Math.abs((again[0]?.from ?? 0) - (samples.length + gap + from))).toBeLessThan(0.4 * RATE);
  });

  it('may be one of several', async () => {
    const sound = await spoken();
    const { detector, processes } = silero();
    const both = await Promise.all([detector.detect(sound), detector.detect(sound)]);
    expect(both[0]).toEqual(both[1]);
    expect(processes).toHaveLength(1);
  });
});

describe('a process that fails', () => {
  it('is told when it is killed in the middle, and the next session gets another', async () => {
    const sound = await spoken();
    const { detector, processes } = silero();
    const lost: string[] = [];
    const begun = detector.begin({ sampleRate: RATE, onLost: ({ code }) => lost.push(code) });
    if (!begun.ok) throw new Error(begun.fault.code);
    begun.value.send(0, sound.samples);
    await begun.value.room(0);
    processes[0]?.end();
    expect(await begun.value.end()).toMatchObject({ ok: false, fault: { code: 'listening-ended' } });
    expect(lost).toEqual(['listening-ended']);
    expect((await detector.detect(sound)).ok).toBe(true);
    expect(processes).toHaveLength(2);
  });

  it('is started twice and then no more when it always aborts', async () => {
    const file = join(await temporaryFolder(), 'aborts.cjs');
    await writeFile(file, "process.on('message', () => process.abort());");
    const { detector, processes } = silero({ file });
    const sound = { samples: new Float32Array(RATE), sampleRate: RATE };
    for (let i = 0; i < 4; i++)
      expect(await detector.detect(sound)).toMatchObject({ ok: false, fault: { code: 'listening-ended' } });
    expect(processes).toHaveLength(2);
  });

  it('that cannot be started at all is one that has ended', async () => {
    const detector = createSilero({
      start() {
        throw new Error('EAGAIN');
      },
      modelFile: MODEL,
    });
    const sound = { samples: new Float32Array(RATE), sampleRate: RATE };
    expect(await detector.detect(sound)).toMatchObject({
      fault: { code: 'listening-ended', detail: 'the process EAGAIN' },
    });
  });

  it('is ended when it hangs', async () => {
    const file = join(await temporaryFolder(), 'hangs.cjs');
    await writeFile(file, "process.on('message', () => { for (;;); });");
    const { detector } = silero({ file, answerMs: 50 });
    const sound = { samples: new Float32Array(RATE), sampleRate: RATE };
    expect(await detector.detect(sound)).toMatchObject({ ok: false, fault: { code: 'listening-ended' } });
  });

  it('is not handed a model that is another one', async () => {
    const modelFile = join(await temporaryFolder(), 'model.onnx');
    await copyFile(MODEL, modelFile);
    await writeFile(modelFile, 'x', { flag: 'a' });
    expect(await silero({ modelFile }).detector.detect(await spoken('Hello.'))).toMatchObject({
      ...{ ok: false, fault: { code: 'listening-wrong-model' } },
    });
  });

  it('says that the model is missing', async () => {
    const { detector, processes } = silero({ modelFile: join(tmpdir(), 'no-such-model.onnx') });
    const sound = await spoken('Hello.');
    const missing = { ok: false, fault: { code: 'listening-missing' } };
    expect(await detector.detect(sound)).toMatchObject(missing);
    expect(await detector.detect(sound)).toMatchObject(missing);
    expect(processes).toHaveLength(1);
  });

  it('says that the engine is missing', async () => {
    const far = await buildApart('listening', tmpdir());
    const { detector } = silero({ file: far.file });
    expect(await detector.detect(await spoken('Hello.'))).toMatchObject({
      ...{ ok: false, fault: { code: 'listening-missing' } },
    });
    await far.remove();
  });

  it('is ended when nothing was to be heard for a while, and started again', async () => {
    const { detector, processes } = silero({ idleMs: 1 });
    const sound = await spoken('Hello.');
    await detector.detect(sound);
    await new Promise((wake) => setTimeout(wake, 50));
    expect((await detector.detect(sound)).ok).toBe(true);
    expect(processes).toHaveLength(2);
  });
});
