import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openServers } from '../boot/servers/servers.ts';
import { viewJob } from '../boot/views.ts';
import { createTill } from '../cloning/account/till.ts';
import { findVoices } from '../cloning/voice/find-voices.ts';
import type { JobView } from '../contract/calls.ts';
import { createJobTable } from '../jobs/job-table.ts';
import { replayJournal } from '../jobs/replay-journal.ts';
import { scanJournal } from '../jobs/scan-journal.ts';
import { openServerShelf } from '../library/server-shelf.ts';
import { openTokenShelf } from '../library/token-shelf.ts';
import { openVoiceShelf } from '../library/voice-shelf.ts';
import { fail, ok } from '../result.ts';
import type { VoicesCommand } from './arguments.ts';
import { jobDocument, jobLine, serverDocument, serverLine, voiceDocument, voiceLine } from './documents.ts';
import type { Ending, World } from './world.ts';

const NO_VOICES = 'There are no voices yet. Make one with: clone FILE…';

/** `timbre voices`: only looks, so it works while the app is open. */
export async function voices(
  { search }: Pick<VoicesCommand, 'search'>,
  { openStore }: World,
): Promise<Ending> {
  try {
    const list = findVoices(openVoiceShelf(openStore).list(), { typed: search ?? '', tag: null });
    return ok({
      document: { voices: list.map(voiceDocument) },
      text: list.map(voiceLine).join('\n') || (search ? 'No voice has all of these words.' : NO_VOICES),
    });
  } catch (error) {
    return fail('folder-not-usable', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** `timbre jobs`: only looks, so it works while the app is open. */
export async function jobs({ home }: Pick<World, 'home'>): Promise<Ending> {
  return listed(await queued(home));
}

/** Jobs as a list. */
export function listed(list: readonly JobView[]): Ending {
  return ok({
    document: { jobs: list.map(jobDocument) },
    text: list.map(jobLine).join('\n') || 'The queue is empty.',
  });
}

/**
 * The queue as its journal tells it, in its order; `forgotten`: with what was taken out of it, as the lines of a batch are
 * that were spoken, as far as the journal still tells.
 */
export async function queued(home: World['home'], { forgotten = false } = {}): Promise<readonly JobView[]> {
  const journal = await readFile(join(home.jobs, 'journal.jsonl')).catch(() => Buffer.alloc(0));
  const lines = (await scanJournal(journal)).lines.filter(
    ({ content }) => !forgotten || content.is !== 'record' || content.record.is !== 'forgotten',
  );
  const table = createJobTable((await replayJournal(lines)).jobs);
  return table.list().flatMap((job) => viewJob(job) ?? []);
}

/** `timbre servers`: only looks and asks none of them, so it works while the app is open and without a network. */
export async function servers({ env, home, openStore }: World): Promise<Ending> {
  const nothing = () => undefined;
  const tokens = await openTokenShelf({
    folder: home.root,
    vault: undefined,
    now: Date.now,
    onSetAside: nothing,
  });
  const opened = openServers({
    ...{ env, tokens, shelf: openServerShelf(openStore('servers')), language: 'en-US' },
    startLocal: async () => fail('stopped'),
    accountOf: () => ({ told: nothing, held: nothing, room: () => null }),
    tillOf: ({ atOnce }) => createTill({ atOnce, now: Date.now }),
    ...{ onChanged: nothing, onGone: nothing, onChosen: nothing, onConnected: nothing },
  });
  if (!opened.ok) return opened;
  const chosen = opened.value.chosen().id;
  const list = opened.value.list().map((view) => serverDocument(view, chosen));
  return ok({ document: { servers: list }, text: list.map(serverLine).join('\n') });
}
