import { eachInStretches } from '../processes/stretches.ts';
import { assertNever, type Json } from '../result.ts';
import type { Job, JobState } from './job.ts';
import { encodeRecord, type JournalRecord } from './journal-record.ts';
import { waitingForTurn } from './move-job.ts';
import type { SoundLine } from './scan-journal.ts';

/** What the journal says, all lines taken together. */
export interface Replay {
  /** In the order of their lines, each as it was last written; `rank` may say another order. */
  readonly jobs: readonly Job[];
  /** Jobs of which a line speaks that this version does not understand: they must not run. */
  readonly beyondUs: ReadonlySet<string>;
  /** Sound lines of a newer version, without newline; they are kept for it. */
  readonly foreignLines: readonly string[];
  /** Bytes of the lines that still count; what is more in the file is outdated. */
  readonly neededBytes: number;
}

interface Note {
  readonly value: Json;
  /** Bytes of its line, 0 when it came with the job's own line. */
  readonly bytes: number;
}

interface Entry {
  readonly job: Job;
  readonly notes: Map<string, Note>;
  state: JobState;
  tries: number;
  /** Bytes of the last state line, which the next one makes needless. */
  stateBytes: number;
  rank: number | undefined;
  /** Bytes of all lines that count. */
  bytes: number;
}

interface Foreign {
  readonly id: string | undefined;
  readonly text: string;
}

/**
 * Puts the lines of a journal together, in stretches where they are many. It takes states as they were written instead of judging them: a line in between
 * may be missing without harm. Lines about jobs that were never added (their line was damaged) say nothing.
 */
export async function replayJournal(lines: readonly SoundLine[]): Promise<Replay> {
  const entries = new Map<string, Entry>();
  let foreign: Foreign[] = [];
  await eachInStretches(lines, ({ content, bytes }) => {
    if (content.is === 'foreign') return void foreign.push(content);
    const { record } = content;
    apply(entries, record, bytes);
    if (record.is === 'forgotten' && foreign.length > 0) {
      const gone = new Set(record.ids);
      foreign = foreign.filter(({ id }) => id === undefined || !gone.has(id));
    }
  });
  const foreignBytes = foreign.reduce((sum, { text }) => sum + Buffer.byteLength(text) + 1, 0);
  const jobs: Job[] = [];
  let neededBytes = foreignBytes;
  await eachInStretches([...entries.values()], (entry) => {
    jobs.push(asJob(entry));
    neededBytes += entry.bytes;
  });
  return {
    ...{ jobs, neededBytes },
    beyondUs: new Set(foreign.flatMap(({ id }) => (id === undefined ? [] : [id]))),
    foreignLines: foreign.map(({ text }) => text),
  };
}

/** The shortest journal that says the same: one line a job, then the lines of a newer version. */
export async function snapshot({
  jobs,
  foreignLines,
}: Pick<Replay, 'jobs' | 'foreignLines'>): Promise<Buffer> {
  const lines: Buffer[] = [];
  await eachInStretches(jobs, (job) => {
    lines.push(Buffer.from(encodeRecord({ is: 'added', job, left: 0 })));
  });
  return Buffer.concat([...lines, ...foreignLines.map((line) => Buffer.from(`${line}\n`))]);
}

function apply(entries: Map<string, Entry>, record: JournalRecord, bytes: number): void {
  if (record.is === 'added') {
    const { job } = record;
    const notes = new Map(Object.entries(job.notes).map(([key, value]) => [key, { value, bytes: 0 }]));
    entries.set(job.id, {
      job,
      notes,
      state: job.state,
      tries: job.tries,
      stateBytes: 0,
      rank: job.rank,
      bytes,
    });
    return;
  }
  if (record.is === 'forgotten') {
    for (const id of record.ids) entries.delete(id);
    return;
  }
  if (record.is === 'ranked') {
    for (const [id, rank] of record.ranks) {
      const ranked = entries.get(id);
      if (ranked) ranked.rank = rank;
    }
    return;
  }
  const entry = entries.get(record.id);
  if (entry) change(entry, record, bytes);
}

function change(
  entry: Entry,
  record: Exclude<JournalRecord, { is: 'added' | 'forgotten' | 'ranked' }>,
  bytes: number,
): void {
  switch (record.is) {
    case 'note':
      dropNote(entry, record.key);
      entry.notes.set(record.key, { value: record.value, bytes });
      entry.bytes += bytes;
      return;
    case 'state':
      entry.state = record.state;
      entry.tries = record.tries;
      break;
    case 'retried':
      for (const key of record.forget) dropNote(entry, key);
      entry.state = waitingForTurn(record.at);
      entry.tries = 0;
      break;
    default:
      assertNever(record);
  }
  entry.bytes += bytes - entry.stateBytes;
  entry.stateBytes = bytes;
}

function dropNote(entry: Entry, key: string): void {
  entry.bytes -= entry.notes.get(key)?.bytes ?? 0;
  entry.notes.delete(key);
}

function asJob({ job, notes, state, tries, rank }: Entry): Job {
  const values = [...notes].map(([key, { value }]): [string, Json] => [key, value]);
  return { ...job, notes: Object.fromEntries(values), state, tries, ...(rank !== undefined && { rank }) };
}
