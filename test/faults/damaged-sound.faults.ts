import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSoundInThread } from '../../electron/recording/decoding/sound-thread.ts';
import { importTake } from '../../electron/recording/import-take.ts';
import { wavHeader } from '../../electron/recording/wav.ts';
import { fakeKeeper } from '../recording/fake-keeper.ts';
import { FAULTS, playRound, type Round } from './damaged-sound.ts';

const ROUNDS = Number(process.env['TIMBRE_ROUNDS'] ?? 2000);
const AT_ONCE = 2;
const GIGABYTE = 1024 ** 3;

/** The thread as it was built: what is tried is what is shipped. */
const openSound = openSoundInThread({ workerFile: resolve('out/main/sound-worker.cjs'), blockMs: 20_000 });
let folder: string;
let highest = 0;
const watch = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 20);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-faults-'));
});
afterAll(async () => {
  clearInterval(watch);
  await rm(folder, { recursive: true });
});

it(`${ROUNDS} damaged files each become a take or a clear fault, in bounded time and memory`, async () => {
  const rounds: Round[] = [];
  let next = 0;
  const player = async () => {
    while (next < ROUNDS) {
      const seed = next++;
      const own = await mkdtemp(join(folder, 'round-'));
      rounds.push(await playRound(seed, own, openSound));
      await rm(own, { recursive: true });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, player));
  const ends = [...new Set(rounds.map(({ end }) => end))].sort();
  const counts = ends.map((end) => `${rounds.filter((round) => round.end === end).length} ${end}`);
  const slowest = Math.max(...rounds.map(({ ms }) => ms));
  console.log(
    `${rounds.length} damaged files: ${counts.join(', ')}; slowest ${Math.round(slowest)} ms; memory ${Math.round(highest / 2 ** 20)} MB`,
  );
  expect(rounds.filter(({ end }) => end !== 'take' && !FAULTS.includes(end)).map(told)).toEqual([]);
  expect(rounds.filter(({ leftBehind }) => leftBehind > 0).map(told)).toEqual([]);
  expect(rounds.filter(({ ms }) => ms > 20_000).map(told)).toEqual([]);
  // Damage may repeat a stretch, and no more.
  expect(rounds.filter(({ seconds }) => seconds > 60).map(told)).toEqual([]);
  expect(highest).toBeLessThan(GIGABYTE);
});

const told = ({ file, how, end, ms, seconds }: Round) => `${file}: ${how}: ${end} ${ms} ms ${seconds} s`;

it('three hours of WAV are taken in without being in memory', async () => {
  const path = join(folder, 'three-hours.wav');
  const samples = 3 * 3600 * 48_000;
  const file = await open(path, 'w');
  await file.write(wavHeader({ sampleRate: 48_000, bitDepth: 16, samples }));
  await file.truncate(44 + samples * 2);
  await file.close();
  const before = process.memoryUsage.rss();
  highest = before;
  const keeper = fakeKeeper(folder);
  const from = performance.now();
  const taken = await importTake({
    ...{ path, fileName: 'three-hours.wav', open: openSound, keeper, now: () => 0, newId: () => 'long' },
  });
  const [grown, seconds] = [(highest - before) / 2 ** 20, (performance.now() - from) / 1000];
  console.log(`three hours: ${seconds.toFixed(1)} s, memory grew by ${Math.round(grown)} MB`);
  expect(taken).toMatchObject({ ok: true, value: { samples } });
  expect(keeper.peaks.get('long')?.length).toBe(3 * 3600 * 20);
  expect(grown).toBeLessThan(250);
});
