import { mkdir, readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { exportBatch } from '../boot/answers/batches.ts';
import type { Stations } from '../boot/stations.ts';
import type { BatchView } from '../contract/calls.ts';
import { fail, ok, type Result } from '../result.ts';
import { ROW_KIND_OF } from '../speaking/batches/batch.ts';
import type { SpokenDocument } from '../speaking/documents/document.ts';
import { readDocument } from '../speaking/documents/read-document.ts';
import type { SayCommand } from './arguments.ts';
import { findVoice } from './find-voice.ts';
import { waitForBatch } from './wait-for-batch.ts';
import { warnOfLanguage } from './warn-of-language.ts';
import type { Ending, World } from './world.ts';

/** `timbre say --file`: document → batch → files in the folder `--out`. */
export async function sayFile(
  command: SayCommand & { readonly file: string },
  stations: Stations,
  world: Pick<World, 'signal' | 'tell'>,
): Promise<Ending> {
  const { voices, servers, batches } = stations;
  const voice = findVoice(voices.list(), command.voice, servers.chosen().id);
  if (!voice.ok) return voice;
  const read = await readFrom(command.file);
  if (!read.ok) return read;
  const folder = command.out === undefined ? undefined : await madeFolder(command.out);
  if (folder && !folder.ok) return folder;

  const { lines: rows, language: said } = read.value;
  await warnOfLanguage({ voice: voice.value, rows, said }, stations, world);
  const made = await batches.make(
    {
      name: basename(command.file, extname(command.file)),
      voiceId: voice.value.id,
      ...(command.speed !== undefined && { speed: command.speed }),
      rowKind: ROW_KIND_OF[read.value.kind],
      ...(command['max-credits'] !== undefined && { ceiling: command['max-credits'] }),
    },
    rows,
  );
  if (!made.ok) return made;
  const { id: batchId, lines } = made.value;
  if (command['no-wait'])
    return ok({
      document: { batch: batchDocument(made.value) },
      text: `${lines} lines in the queue: ${batchId}`,
    });

  const waited = await waitForBatch(stations, world, { batchId, patience: command.patience });
  if (!waited.ok) return waited;
  const written =
    folder === undefined
      ? ok([])
      : await exportBatch(
          {
            ...{ batchId, format: command.format, as: command['one-per-line'] ? 'rows' : 'one' },
            ...(command.subtitles && { subtitles: command.subtitles }),
            ...(command.template !== undefined && { template: command.template }),
          },
          { stations, folder: folder.value, signal: world.signal },
        );
  if (!written.ok) return written;
  const { failed } = waited.value.counts;
  if (failed > 0)
    world.tell(`${failed} of ${lines} lines have failed; try them again with: retry ${batchId}`);
  return ok({
    document: { batch: batchDocument(waited.value), files: written.value },
    text: written.value.join('\n') || `${lines - failed} lines spoken: ${batchId}`,
  });
}

async function readFrom(file: string): Promise<Result<SpokenDocument>> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return fail('file-not-found', { facts: { file } });
  return readDocument({ name: basename(file), bytes });
}

async function madeFolder(out: string): Promise<Result<string>> {
  const folder = resolve(out);
  try {
    await mkdir(folder, { recursive: true });
    return ok(folder);
  } catch {
    return fail('file-not-written', { facts: { file: folder } });
  }
}

/** A batch as `--json` prints it. */
export function batchDocument({ id, name, lines, counts }: BatchView) {
  return { id, name, lines, ...counts };
}
