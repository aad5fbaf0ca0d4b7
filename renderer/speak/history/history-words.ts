import type { ClipView } from '../../../electron/contract/calls.ts';
import type { ClipTag } from '../../../electron/speaking/find-clips.ts';

/** What a clip can be looked for by, as it is called in the window. */
export const TAG_WORDS: { readonly [T in ClipTag]: string } = {
  favourite: 'Favourites',
  flagged: 'To hear again',
  stock: 'Stock voice',
  batch: 'From batches',
  recording: 'Your recordings',
};

/** `1 clip`, `1,204 clips`. */
export function clipsWords(count: number): string {
  return count === 1 ? '1 clip' : `${count.toLocaleString('en')} clips`;
}

/** `312 MB`, `1.4 GB`, in powers of ten as systems show them. */
export function bytesWords(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** `1,204 clips · 312 MB`, `12 of 1,204 clips · 312 MB`. `bytes` null: not known yet. */
export function foundWords(found: number, of: number, bytes: number | null): string {
  const count = found === of ? clipsWords(of) : `${found.toLocaleString('en')} of ${clipsWords(of)}`;
  return bytes === null ? count : `${count} · ${bytesWords(bytes)} on disk`;
}

/** Where a clip of a batch comes from; null for one of no batch. */
export function batchWords({ clip, batch }: ClipView): string | null {
  if (clip.line === undefined) return null;
  return batch === undefined ? 'from a removed batch' : `from “${batch}”`;
}
