import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startNodeProcess } from '../../../electron/processes/node-process.ts';
import { createSilero } from '../../../electron/recording/listening/silero.ts';

/** What this program prints. */
export interface ListeningFigures {
  /** ms for 60 s: the first with the start of the process, the model's hash and its loading. */
  readonly first: number;
  readonly next: readonly number[];
  /** Share of a core of this process and the one that listens together, at real time; none where it cannot be read. */
  readonly live: readonly number[];
}

const RATE = 48_000;
const SECONDS = 60;
const ROUNDS = 7;
/** As the capture worker sends it, in samples. */
const BLOCK = RATE / 20;
/** Clock ticks of the kernel in a second (`man 5 proc`), the same on every Linux that Node runs on. */
const TICKS = 100;

const detector = createSilero({
  start: () => startNodeProcess(resolve('out/main/listening.cjs')),
  modelFile: resolve('out/main/silero-vad.onnx'),
});
const sound = { samples: babble(), sampleRate: RATE };
const first = await timed(() => detector.detect(sound));
const next: number[] = [];
for (let round = 0; round < ROUNDS; round++) next.push(await timed(() => detector.detect(sound)));
const live: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const before = cpuSeconds();
  await listenAlong();
  const after = cpuSeconds();
  if (before !== undefined && after !== undefined) live.push((after - before) / SECONDS);
}
detector.close();
const figures: ListeningFigures = { first, next, live };
process.stdout.write(JSON.stringify(figures));

async function timed(work: () => Promise<{ readonly ok: boolean }>): Promise<number> {
  const begun = performance.now();
  if (!(await work()).ok) throw new Error('Silero did not listen');
  return performance.now() - begun;
}

async function listenAlong(): Promise<void> {
  const session = detector.begin({ sampleRate: RATE });
  if (!session.ok) throw new Error(session.fault.code);
  for (let at = 0; at < sound.samples.length; at += BLOCK) {
    session.value.send(at, sound.samples.subarray(at, at + BLOCK));
    await session.value.room(0);
  }
  await session.value.end();
}

/** What this process and its children have used of a core, in seconds; undefined where there is no /proc. */
function cpuSeconds(): number | undefined {
  const { user, system } = process.cpuUsage();
  try {
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => statOf(pid))
      .filter((fields) => Number(fields[1]) === process.pid);
    const ticks = children.reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0);
    return (user + system) / 1e6 + ticks / TICKS;
  } catch {
    return undefined;
  }
}

/** The fields after the name in brackets: state, parent, … user and system time as the 12th and 13th. */
function statOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
}

/** A hum with harmonics, in syllables: what a detector costs does not depend on what it hears. */
function babble(): Float32Array {
  const samples = new Float32Array(SECONDS * RATE);
  for (let i = 0; i < samples.length; i++) {
    const t = i / RATE;
    let value = 0;
    for (let k = 1; k < 12; k++) value += Math.sin(2 * Math.PI * 130 * k * t) / k;
    samples[i] = 0.1 * value * Math.max(0, Math.sin(2 * Math.PI * 3 * t));
  }
  return samples;
}
