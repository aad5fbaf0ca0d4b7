import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeSound } from '../../electron/recording/decode-sound.ts';
import { resample } from './resample.ts';

/** A person and what they read, one entry a recording, mono at 48 kHz. */
export interface Reader {
  readonly id: string;
  readonly clips: readonly Float32Array[];
}

export const SPEECH_RATE = 48_000;

/**
 * Real speech beside the checkout (`../shared/speech`, or the folder in `TIMBRE_SPEECH`): files named `reader-….flac` or
 * `.wav`. Undefined where there is none: then what needs it says that it is skipped.
 */
export async function readers(root: string): Promise<readonly Reader[] | undefined> {
  const folder = process.env['TIMBRE_SPEECH'] ?? join(root, '..', 'shared', 'speech');
  const files = filesIn(folder);
  if (files.length === 0) return undefined;
  const found = new Map<string, Float32Array[]>();
  for (const file of files) {
    const sound = await decodeSound(new Uint8Array(readFileSync(join(folder, file))));
    if (!sound.ok) throw new Error(`${file}: ${sound.fault.code}`);
    const [id = file] = file.split('-');
    const clips = found.get(id) ?? [];
    found.set(id, clips);
    clips.push(resample(sound.value.samples, sound.value.sampleRate, SPEECH_RATE));
  }
  return [...found].map(([id, clips]) => ({ id, clips }));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.(flac|wav)$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

/** Clips one after the other from `first` on, round and round, to `seconds`. */
export function joined(
  clips: readonly Float32Array[],
  seconds: number,
  first = 0,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(seconds * SPEECH_RATE);
  for (let at = 0, i = first; at < out.length; i++) {
    const clip = clips[i % clips.length] as Float32Array;
    const part = clip.subarray(0, out.length - at);
    out.set(part, at);
    at += part.length;
  }
  return out;
}
