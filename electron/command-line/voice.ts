import { resolve } from 'node:path';
import type { Stations } from '../boot/stations.ts';
import { receiptText } from '../cloning/voice/receipt.ts';
import type { Voice } from '../cloning/voice/voice.ts';
import { assertNever, ok } from '../result.ts';
import type { VoiceCommand } from './arguments.ts';
import { voiceDocument, voiceLine } from './documents.ts';
import { findVoice } from './find-voice.ts';
import { waitForJob } from './wait-for-job.ts';
import type { Ending, World } from './world.ts';

/** `timbre voices sync`: the library and the account of the chosen server in step. */
export async function syncVoices({ care, servers }: Pick<Stations, 'care' | 'servers'>): Promise<Ending> {
  const report = await care.sync(servers.chosen().id);
  if (!report.ok) return report;
  const { found, back, gone, unsure } = report.value;
  const text = `${found} new, ${back} back, ${gone} gone, ${unsure} not sure`;
  return ok({ document: { sync: { ...report.value } }, text });
}

/** `timbre voice export|import|delete|rebuild`. */
export async function voice(command: VoiceCommand, stations: Stations, world: World): Promise<Ending> {
  const [verb, name] = command.words;
  const { voices, servers, files, care } = stations;
  if (verb === 'import') {
    const opened = await files.open(resolve(name));
    if (!opened.ok) return opened;
    await care.lookAt(opened.value.id);
    return ending(voices.get(opened.value.id) ?? opened.value);
  }
  const found = findVoice(voices.list(), name, servers.chosen().id);
  if (!found.ok) return found;
  const { id } = found.value;
  switch (verb) {
    case 'export': {
      const saved = await files.save(id, resolve(command.out ?? ''));
      return saved.ok ? ok({ document: { path: saved.value }, text: saved.value }) : saved;
    }
    case 'delete': {
      const receipt = await care.remove({ voiceId: id, where: command.where ?? 'everywhere' });
      if (!receipt.ok) return receipt;
      return ok({
        document: { receipt: receipt.value },
        text: receiptText(receipt.value, (server) => server),
      });
    }
    case 'rebuild':
      return rebuild(found.value, command, stations, world);
    default:
      return assertNever(verb);
  }
}

async function rebuild(
  { id, server }: Voice,
  command: VoiceCommand,
  stations: Stations,
  world: World,
): Promise<Ending> {
  const { maker, servers, voices } = stations;
  const home = servers.list().find((one) => one.id === server) ?? servers.chosen();
  const made = await maker.rebuild(id, home.id);
  if (!made.ok) return made;
  if (!command['no-wait']) {
    const waited = await waitForJob(stations, world, { jobId: made.value.jobId, patience: command.patience });
    if (!waited.ok) return waited;
  }
  return ending(voices.get(id) ?? made.value);
}

function ending(voice: Voice): Ending {
  return ok({ document: { voice: voiceDocument(voice) }, text: voiceLine(voice) });
}
