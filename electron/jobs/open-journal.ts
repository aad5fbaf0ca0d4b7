import { join } from 'node:path';
import { ok, type Result } from '../result.ts';
import type { Job } from './job.ts';
import type { JournalDisk } from './journal-file.ts';
import { createJournalWriter, type JournalWriter, notWritten } from './journal-writer.ts';
import { type Replay, replayJournal, snapshot } from './replay-journal.ts';
import { type JournalScan, scanJournal } from './scan-journal.ts';
import { isOutgrown } from './shorten-journal.ts';

/** Says that lines of the journal could not be read. */
export interface JournalDamage {
  readonly lines: number;
  /** Name of the copy beside the journal; absent when the disk could not take it and the journal was left as it is. */
  readonly copy?: string;
}

export interface JournalOptions {
  readonly folder: string;
  readonly disk: JournalDisk;
  readonly now: () => number;
  readonly onDamage?: ((damage: JournalDamage) => void) | undefined;
}

export interface OpenJournal {
  readonly jobs: readonly Job[];
  /** Ids of jobs that a newer version has changed in ways unknown here. */
  readonly beyondUs: ReadonlySet<string>;
  readonly writer: JournalWriter;
}

/**
 * Opens `<folder>/journal.jsonl`, sets a damaged one aside and shortens one that has outgrown its jobs. Fails with
 * `journal-not-written` when the folder or file cannot be made, read or opened for writing.
 */
export async function openJournal(
  options: JournalOptions,
): Promise<Result<OpenJournal, 'journal-not-written'>> {
  const { folder, disk } = options;
  const path = join(folder, 'journal.jsonl');
  try {
    const bytes = await disk.read(path);
    const scan = await scanJournal(bytes);
    const replay = await replayJournal(scan.lines);
    const length = await tidied({ bytes, scan, replay, path, options });
    const writer = createJournalWriter({ file: await disk.open(path), length, place: { disk, path } });
    return ok({ jobs: replay.jobs, beyondUs: replay.beyondUs, writer });
  } catch (error) {
    return notWritten(error);
  }
}

interface Tidying {
  readonly bytes: Buffer;
  readonly scan: JournalScan;
  readonly replay: Replay;
  readonly path: string;
  readonly options: JournalOptions;
}

/** Answers where the next record goes. */
async function tidied(parts: Tidying): Promise<number> {
  const { bytes, scan, replay, options } = parts;
  if (scan.damagedLines === 0) {
    return isOutgrown(scan, replay) ? ((await rewritten(parts)) ?? scan.soundLength) : scan.soundLength;
  }
  const copy = await setAside(bytes, options);
  options.onDamage?.({ lines: scan.damagedLines, ...(copy === undefined ? {} : { copy }) });
  // What could not be copied stays where it is: nothing damaged is thrown away unseen.
  if (copy === undefined) return scan.lineLength;
  return (await rewritten(parts)) ?? scan.lineLength;
}

async function setAside(bytes: Buffer, { folder, disk, now }: JournalOptions): Promise<string | undefined> {
  const time = new Date(now()).toISOString().replaceAll(/[:.]/g, '-');
  const name = `journal-damaged-${time}.jsonl`;
  try {
    await disk.replace(join(folder, name), bytes);
    return name;
  } catch {
    return undefined;
  }
}

/** The length of the new journal; undefined when the disk has no room for it and the old one stays in use. */
async function rewritten({ path, bytes, replay, options }: Tidying): Promise<number | undefined> {
  const short = await snapshot(replay);
  try {
    await options.disk.replace(path, short);
    return short.length;
  } catch (error) {
    // The new one may be in place although its name is not yet flushed: no record may be entrusted to that.
    if (!(await options.disk.read(path)).equals(bytes)) throw error;
    return undefined;
  }
}
