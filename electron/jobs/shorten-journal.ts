import { type Replay, replayJournal, snapshot } from './replay-journal.ts';
import { type JournalScan, scanJournal } from './scan-journal.ts';

/** Smaller journals are not worth rewriting. */
export const SMALL_BYTES = 1_000_000;

/** Whether most of a journal is outdated: notes written anew, states that others followed, jobs that are gone. */
export function isOutgrown(scan: JournalScan, replay: Replay): boolean {
  return scan.soundLength > SMALL_BYTES && scan.soundLength > 2 * replay.neededBytes;
}

/** The shortest journal that says what this one says; undefined where it is not much shorter, and of a damaged one. */
export async function shortened(bytes: Buffer): Promise<Buffer | undefined> {
  const scan = await scanJournal(bytes);
  if (scan.damagedLines > 0 || scan.soundLength !== bytes.length) return undefined;
  const replay = await replayJournal(scan.lines);
  return isOutgrown(scan, replay) ? snapshot(replay) : undefined;
}
