import { readFile, stat } from 'node:fs/promises';
import type { ExportClips } from '../../contract/calls.ts';
import type { ClipShelf } from '../../library/clip-shelf.ts';
import { decodeSound } from '../../recording/decode-sound.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Clip } from '../../speaking/clip.ts';
import { clipItems, type LoadClip } from '../../speaking/exporting/clip-items.ts';
import { exportSpeech, exportTo } from '../../speaking/exporting/export-speech.ts';
import { fileNameOf } from '../../speaking/exporting/file-names.ts';
import { DEFAULT_TEMPLATE } from '../../speaking/exporting/name-template.ts';
import { type ExportFormat, formatOfPath } from '../../speaking/exporting/sound-file.ts';
import type { ExportRun } from './export-desk.ts';

type Clips = Pick<ClipShelf, 'get' | 'path'>;

/** Reads the sound of clips. */
export function clipLoader(clips: Pick<ClipShelf, 'path'>): LoadClip {
  return async ({ id }) => {
    const sound = await decodeSound(await readFile(clips.path(id)));
    if (!sound.ok) throw new Error(sound.fault.code);
    return sound.value;
  };
}

/** The kept clips of these ids, in this order; `clip-not-found` where one is gone. */
export function keptClips(clips: Pick<ClipShelf, 'get'>, ids: readonly string[]): Result<readonly Clip[]> {
  const found = ids.map(clips.get).filter((clip) => clip?.state.status === 'kept');
  return found.length === ids.length ? ok(found as readonly Clip[]) : fail('clip-not-found');
}

/** Writes clips into a folder. */
export async function exportClips(
  { clipIds, as, format, subtitles, template = DEFAULT_TEMPLATE }: Omit<ExportClips, 'exportId' | 'to'>,
  { clips, folder, ...run }: { readonly clips: Clips; readonly folder: string } & Partial<ExportRun>,
): Promise<Result<readonly string[]>> {
  const found = keptClips(clips, clipIds);
  if (!found.ok) return found;
  return exportSpeech(clipItems(found.value, as, clipLoader(clips)), {
    ...{ folder, format, template, subtitles, loudness: undefined },
    ...run,
  });
}

/** What a clip's file would be called, with its ending. */
export function clipFileName(clip: Clip, template: string, format: ExportFormat): string {
  const [item] = clipItems([clip], 'each', async () => Promise.reject(new Error('not read')));
  return `${fileNameOf(item?.names ?? {}, template)}.${format}`;
}

/**
 * Writes a clip to the path that a person chose, in the format of its ending; a path without a known one gets `format`'s,
 * and never takes the place of a file nobody was asked about.
 */
export async function saveClipTo(
  clip: Clip,
  {
    path,
    format,
    clips,
    ...run
  }: {
    readonly path: string;
    readonly format: ExportFormat;
    readonly clips: Clips;
  } & Partial<ExportRun>,
): Promise<Result<string>> {
  const known = formatOfPath(path);
  const [item] = clipItems([clip], 'each', clipLoader(clips));
  if (!item) return fail('clip-not-found');
  const to = known ? path : await freePath(path, format);
  const written = await exportTo(to, item, { format: known ?? format, ...run });
  return written.ok || written.fault.code !== 'not-written'
    ? written
    : fail('file-not-written', { ...written.fault, facts: { file: to } });
}

async function freePath(stem: string, ending: string): Promise<string> {
  for (let n = 1; ; n++) {
    const path = n === 1 ? `${stem}.${ending}` : `${stem} (${n}).${ending}`;
    if (!(await stat(path).catch(() => undefined))) return path;
  }
}
