import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenSoundFile } from '../../electron/recording/decoding/sound-thread.ts';
import { importTake } from '../../electron/recording/import-take.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { fakeKeeper } from '../recording/fake-keeper.ts';
import { FIXTURES, fixture, sweep } from '../recording/fixtures/sounds.ts';
import { seeded } from '../recording/tones.ts';
import { damaged } from './damage.ts';

/** A whole file of every format that is read, WAV among them. */
export const WHOLE_FILES: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  ...FIXTURES.map(({ file }) => ({ name: file, bytes: fixture(file) })),
  ...([16, 24] as const).map((bits) => ({
    name: `sweep-${bits}.wav`,
    bytes: encodeWav({ sampleRate: 16_000, samples: sweep().subarray(0, 4000) }, bits),
  })),
];

/** What a damaged file may end in besides a take. */
export const FAULTS = [
  ...['not-audio', 'audio-broken', 'audio-empty', 'audio-too-long', 'format-not-supported'],
];

export interface Round {
  readonly file: string;
  /** What was done to it. */
  readonly how: string;
  readonly bytes: Uint8Array;
  /** `take`, or the fault's code. */
  readonly end: string;
  readonly seconds: number;
  /** Takes that are left without having been taken in: there may be none. */
  readonly leftBehind: number;
  readonly ms: number;
}

/** One damaged file is taken in, as the seed will have it. `folder` is where it is written and taken in to. */
export async function playRound(seed: number, folder: string, open: OpenSoundFile): Promise<Round> {
  const whole = WHOLE_FILES[seed % WHOLE_FILES.length];
  if (!whole) throw new Error('there are no files');
  const { how, bytes } = damaged(whole.bytes, seeded(seed * 7919 + 1));
  const path = join(folder, `${seed}.sound`);
  await writeFile(path, bytes);
  const keeper = fakeKeeper(folder);
  const from = performance.now();
  const taken = await importTake({
    ...{ path, fileName: whole.name, open, keeper, now: () => 0, newId: () => `take-${seed}` },
  });
  const ms = performance.now() - from;
  return {
    ...{ file: whole.name, how, bytes, ms },
    end: taken.ok ? 'take' : taken.fault.code,
    seconds: taken.ok ? taken.value.samples / taken.value.sampleRate : 0,
    leftBehind: keeper.takes.size - (taken.ok ? 1 : 0),
  };
}
