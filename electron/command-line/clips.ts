import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { exportClips } from '../boot/exports/clip-exports.ts';
import type { Stations } from '../boot/stations.ts';
import { fail, ok } from '../result.ts';
import type { Clip } from '../speaking/clip.ts';
import { findClips } from '../speaking/find-clips.ts';
import type { ClipsCommand } from './arguments.ts';
import { clipDocument } from './documents.ts';
import type { Ending, World } from './world.ts';

/** `timbre clips`: those that fit, newest first; `clips export`: files of some of them. */
export async function clips(
  command: ClipsCommand,
  stations: Stations,
  world: Pick<World, 'signal'>,
): Promise<Ending> {
  const [verb, ...clipIds] = command.words;
  if (verb === 'export') return exportThem({ ...command, clipIds }, stations, world);
  const { search = '', tag = null } = command;
  const found = findClips(stations.clips.list(), { typed: search, voiceId: null, tag }).toReversed();
  return ok({
    document: {
      clips: found.map((clip) => ({
        ...clipDocument(clip, stations.clips.path(clip.id)),
        text: clip.text,
        createdAt: clip.createdAt,
        favourite: clip.isFavourite === true,
        recording: clip.recording !== undefined,
      })),
    },
    text: found.map(clipLine).join('\n') || 'No clip is like that.',
  });
}

async function exportThem(
  command: ClipsCommand & { readonly clipIds: readonly string[] },
  { clips }: Stations,
  { signal }: Pick<World, 'signal'>,
): Promise<Ending> {
  const folder = resolve(command.out ?? '.');
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    return fail('file-not-written', { facts: { file: folder } });
  }
  const { clipIds, format = 'wav', subtitles, template } = command;
  const written = await exportClips(
    {
      ...{ clipIds, format, as: command['one-file'] ? 'one' : 'each' },
      ...(subtitles && { subtitles }),
      ...(template !== undefined && { template }),
    },
    { clips, folder, signal },
  );
  if (!written.ok) return written;
  return ok({ document: { files: written.value }, text: written.value.join('\n') });
}

function clipLine(clip: Clip): string {
  const marks = [clip.isFavourite && 'favourite', clip.stock && 'stock voice', clip.recording && 'recording'];
  const more = marks.filter(Boolean).join(', ');
  const seconds = (clip.samples / clip.sampleRate).toFixed(1);
  return `${clip.id}  ${clip.voiceName}, ${seconds} s${more && `, ${more}`}: ${clip.text.slice(0, 80)}`;
}
