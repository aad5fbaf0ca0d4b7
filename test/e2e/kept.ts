import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Take } from '../../electron/recording/take.ts';
import type { Pcm } from '../../electron/recording/wav.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import type { Clip } from '../../electron/speaking/clip.ts';

/** The takes or clips on disk, oldest first, as their descriptions say. */
export function keptIn(home: string, what: 'takes'): readonly Take[];
export function keptIn(home: string, what: 'clips'): readonly Clip[];
export function keptIn(home: string, what: 'takes' | 'clips'): readonly (Take | Clip)[] {
  const folder = join(home, what);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** The sound of a take or clip; throws when the file is no WAV. */
export function soundOf(home: string, what: 'takes' | 'clips', id: string): Pcm {
  return readSound(join(home, what, `${id}.wav`));
}

/** The sound of a WAV file; throws when it is none. */
export function readSound(path: string): Pcm {
  const sound = decodeWav(readFileSync(path));
  if (!sound.ok) throw new Error(`${path}: ${sound.fault.code}`);
  return sound.value;
}
