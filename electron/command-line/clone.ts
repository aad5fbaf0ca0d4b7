import { basename } from 'node:path';
import { newId } from '../boot/ids.ts';
import type { Stations } from '../boot/stations.ts';
import { ENGINES } from '../cloning/engines/engines.ts';
import { importTake } from '../recording/import-take.ts';
import type { Take } from '../recording/take.ts';
import { fail, ok, type Result } from '../result.ts';
import type { CloneCommand } from './arguments.ts';
import { voiceDocument, voiceLine } from './documents.ts';
import { waitForJob } from './wait-for-job.ts';
import type { Ending, World } from './world.ts';

/** `timbre clone`: files → takes → voice. What was taken in for a voice that is refused is removed again. */
export async function clone(command: CloneCommand, stations: Stations, world: World): Promise<Ending> {
  const { voices, takes, maker, servers } = stations;
  const { name, model, language, gender } = command;
  if (!command.consent) return fail('consent-missing', { detail: 'say so with --consent' });
  const imported = await importAll(command, stations);
  if (!imported.ok) return imported;
  const made = await maker.make({
    ...{ name, model, language, gender, server: servers.chosen().id, takeIds: imported.value },
    consent: { at: stations.now(), how: 'command-line' },
  });
  if (!made.ok) {
    for (const id of imported.value) await takes.remove(id);
    return made;
  }
  if (!command['no-wait']) {
    const { patience } = command;
    const waited = await waitForJob(stations, world, { jobId: made.value.jobId, patience });
    if (!waited.ok) return waited;
  }
  const voice = voices.get(made.value.id) ?? made.value;
  return ok({ document: { voice: voiceDocument(voice) }, text: voiceLine(voice) });
}

async function importAll(command: CloneCommand, stations: Stations): Promise<Result<readonly string[]>> {
  const ids: string[] = [];
  for (const path of command.words) {
    const taken = await importFile(path, command, stations);
    if (!taken.ok) {
      for (const id of ids) await stations.takes.remove(id);
      return taken;
    }
    ids.push(taken.value.id);
  }
  return ok(ids);
}

/** What is longer than any sample is refused before it is read: it can be hours. */
async function importFile(
  path: string,
  { from, to, model }: CloneCommand,
  { takes, openSound, now }: Stations,
): Promise<Result<Take>> {
  const { minSeconds: min, maxSeconds: max } = ENGINES[model];
  const taken = await importTake({
    ...{ path, fileName: basename(path), open: openSound, keeper: takes, now },
    ...{ newId: () => newId('take', now()), part: { from, to }, longest: max },
  });
  if (taken.ok || taken.fault.code !== 'audio-too-long') return taken;
  return fail('sample-too-long', {
    facts: { seconds: max, ...taken.fault.facts, min, max },
    detail: 'choose a part of it with --from and --to',
  });
}
