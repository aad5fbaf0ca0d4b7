import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PART_ENDING, writeWhole } from '../disk/write-atomic.ts';
import { type WriteFaultCode, writeFault } from '../disk/write-fault.ts';
import { encodeWav, type Pcm } from '../recording/wav.ts';
import { decodeWav } from '../recording/wav-read.ts';
import type { Result } from '../result.ts';
import type { Reference } from './pocket/cloner.ts';

/** What the clone model listens to of a reference, in seconds. */
const REFERENCE_SECONDS = 10;
const FRAME_SECONDS = 0.02;
/** A frame this far below the loudest (dB) is a pause. */
const PAUSE_DB = 35;

/** What each clone sounds like, kept for as long as the voice: `<id>.wav`. */
export interface References {
  /** Keeps the best ten seconds of a voice's samples. */
  keep(id: string, sounds: readonly Pcm[]): Promise<Result<void, WriteFaultCode>>;
  /** Undefined where it is gone. */
  get(id: string): Promise<Reference | undefined>;
  remove(id: string): Promise<void>;
}

/** Opens the folder of the references and removes those of no voice. */
export async function openReferences(folder: string, ids: ReadonlySet<string>): Promise<References> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder))
    if (name.endsWith(PART_ENDING) || !ids.has(name.replace(/\.wav$/, '')))
      await rm(join(folder, name), { force: true });
  const path = (id: string) => join(folder, `${id}.wav`);
  return {
    async keep(id, sounds) {
      try {
        await mkdir(folder, { recursive: true });
      } catch (error) {
        return writeFault(error);
      }
      return writeWhole(path(id), encodeWav(bestPart(sounds), 16));
    },
    async get(id) {
      const bytes = await readFile(path(id)).catch(() => undefined);
      const sound = bytes && decodeWav(bytes);
      return sound?.ok ? sound.value : undefined;
    },
    remove: (id) => rm(path(id), { force: true }),
  };
}

/**
 * The ten seconds with the least pauses in them, out of the samples one behind the other; those at another rate than the
 * first are left out.
 */
export function bestPart(sounds: readonly Pcm[]): Reference {
  const sampleRate = sounds[0]?.sampleRate ?? 24_000;
  const samples = joined(sounds.filter((sound) => sound.sampleRate === sampleRate));
  const frame = Math.max(1, Math.round(FRAME_SECONDS * sampleRate));
  const wanted = Math.round(REFERENCE_SECONDS / FRAME_SECONDS);
  const spoken = spokenFrames(samples, frame);
  if (spoken.length <= wanted) return { samples, sampleRate };
  let count = spoken.slice(0, wanted).filter(Boolean).length;
  let [most, best] = [count, 0];
  for (let first = 1; first + wanted <= spoken.length; first++) {
    count += Number(spoken[first + wanted - 1]) - Number(spoken[first - 1]);
    if (count > most) [most, best] = [count, first];
  }
  return { samples: samples.slice(best * frame, (best + wanted) * frame), sampleRate };
}

function spokenFrames(samples: Float32Array, frame: number): boolean[] {
  const powers: number[] = [];
  for (let at = 0; at + frame <= samples.length; at += frame) {
    let sum = 0;
    for (let i = at; i < at + frame; i++) sum += (samples[i] ?? 0) ** 2;
    powers.push(sum);
  }
  const least = powers.reduce((a, b) => Math.max(a, b), 0) * 10 ** (-PAUSE_DB / 10);
  return powers.map((power) => power > least);
}

function joined(sounds: readonly Pcm[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(sounds.reduce((sum, { samples }) => sum + samples.length, 0));
  let at = 0;
  for (const { samples } of sounds) {
    all.set(samples, at);
    at += samples.length;
  }
  return all;
}
