import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { saveClipTo } from '../boot/exports/clip-exports.ts';
import { newId } from '../boot/ids.ts';
import type { Stations } from '../boot/stations.ts';
import { fail, ok } from '../result.ts';
import { say as takeOn } from '../speaking/speaker.ts';
import type { SayCommand } from './arguments.ts';
import { clipDocument } from './documents.ts';
import { findVoice } from './find-voice.ts';
import { sayFile } from './say-file.ts';
import { waitForJob } from './wait-for-job.ts';
import { warnOfLanguage } from './warn-of-language.ts';
import type { Ending, World } from './world.ts';

/** `timbre say`: text → job → clip, also written to `--out`; with `--file` a batch. */
export async function say(command: SayCommand, stations: Stations, world: World): Promise<Ending> {
  if (command.file !== undefined) return sayFile({ ...command, file: command.file }, stations, world);
  const { voices, runner, servers, clips, now } = stations;
  const found = findVoice(voices.list(), command.voice, servers.chosen().id);
  if (!found.ok) return found;
  const out = command.out === undefined ? undefined : resolve(command.out);
  if (out !== undefined && !(await isFolder(dirname(out))))
    return fail('file-not-written', { facts: { file: out } });

  const text = command.words[0] ?? '';
  await warnOfLanguage({ voice: found.value, rows: [{ text }] }, stations, world);
  const asked = await takeOn(
    {
      voiceId: found.value.id,
      text,
      ...(command.speed !== undefined && { speed: command.speed }),
    },
    {
      voice: voices.get,
      runner: () => runner,
      connect: servers.connect,
      newId: (what) => newId(what, now()),
    },
  );
  if (!asked.ok) return asked;
  const { id: jobId } = asked.value;
  if (command['no-wait'])
    return ok({
      document: { job: { id: jobId, kind: 'speak', status: 'waiting' } },
      text: `In the queue: ${jobId}`,
    });

  const waited = await waitForJob(stations, world, {
    ...{ jobId, also: found.value.jobId, patience: command.patience },
  });
  if (!waited.ok) return waited;
  const clip = clips.list().find((each) => each.jobId === jobId);
  if (!clip) return fail('clip-not-found');
  const written =
    out === undefined ? ok(clips.path(clip.id)) : await saveClipTo(clip, { path: out, format: 'wav', clips });
  if (!written.ok) return written;
  const stock = clip.stock === undefined ? '' : ' (spoken by a stock voice, not a clone)';
  return ok({ document: { clip: clipDocument(clip, written.value) }, text: `${written.value}${stock}` });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
