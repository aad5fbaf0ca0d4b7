import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { viewJob } from '../boot/views.ts';
import { replayJournal } from '../jobs/replay-journal.ts';
import { scanJournal } from '../jobs/scan-journal.ts';
import { openVoiceShelf } from '../library/voice-shelf.ts';
import { fail, ok } from '../result.ts';
import { jobDocument, jobLine, voiceDocument, voiceLine } from './documents.ts';
import type { Ending, World } from './world.ts';

/** `timbre voices`: only looks, so it works while the app is open. */
export async function voices({ openStore }: World): Promise<Ending> {
  try {
    const list = openVoiceShelf(openStore('voices')).list();
    return ok({
      document: { voices: list.map(voiceDocument) },
      text: list.map(voiceLine).join('\n') || 'There are no voices yet. Make one with: clone FILE…',
    });
  } catch (error) {
    return fail('folder-not-usable', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** `timbre jobs`: only looks, so it works while the app is open. */
export async function jobs({ home }: World): Promise<Ending> {
  const journal = await readFile(join(home.jobs, 'journal.jsonl')).catch(() => Buffer.alloc(0));
  const list = replayJournal(scanJournal(journal).lines).jobs.flatMap((job) => viewJob(job) ?? []);
  return ok({
    document: { jobs: list.map(jobDocument) },
    text: list.map(jobLine).join('\n') || 'The queue is empty.',
  });
}
