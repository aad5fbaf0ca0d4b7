import { fail, ok, type Result } from '../result.ts';
import type { JournalDisk, JournalFile } from './journal-file.ts';
import { SMALL_BYTES, shortened } from './shorten-journal.ts';

/** The writing end of the journal. */
export interface JournalWriter {
  /**
   * Puts lines (each ending in a newline; many of them as bytes) at the end, all or none, in the order of asking. With `flush` it answers when
   * they would survive a power cut; whoever asks meanwhile shares the next write and flush. Fails with
   * `journal-not-written`: then nothing of them is in the file.
   */
  append(lines: string | readonly Buffer[], options: { readonly flush: boolean }): Promise<JournalWritten>;
  /** Writes and flushes what was asked so far and closes the file; whatever comes later is refused. Never rejects. */
  close(): Promise<void>;
}

export type JournalWritten = Result<void, 'journal-not-written'>;

/** An open file, and how many bytes of it are sound; what lies behind them is cut away before the first write. */
export interface WriterStart {
  readonly file: JournalFile;
  readonly length: number;
  /** Where it lies: then it is shortened now and then while it grows. */
  readonly place?: { readonly disk: JournalDisk; readonly path: string };
}

interface Asked {
  readonly bytes: readonly Buffer[];
  readonly flush: boolean;
  readonly isChange: boolean;
  readonly answer: (written: JournalWritten) => void;
}

/** Starts the writing end. */
export function createJournalWriter(start: WriterStart): JournalWriter {
  const { place } = start;
  /** Undefined while it is closed to be shortened, and after, until it could be opened again. */
  let file: JournalFile | undefined = start.file;
  let { length } = start;
  let clean = false;
  /** Bytes that may have made others needless since that was looked at last. */
  let changes = 0;
  let asked: Asked[] = [];
  let writing: Promise<void> | undefined;
  let closing: Promise<void> | undefined;

  async function opened(): Promise<JournalFile> {
    if (file || !place) return file ?? start.file;
    // The old one or the new one, whichever the disk has put in place; nobody else writes it.
    length = (await place.disk.read(place.path)).length;
    file = await place.disk.open(place.path);
    return file;
  }

  async function cutToLength(to: JournalFile): Promise<void> {
    if (clean) return;
    await to.truncate(length);
    clean = true;
  }

  /** Between two writes, so that nothing is asked of it meanwhile; what could not be shortened stays as it is. */
  async function shorten(): Promise<void> {
    if (!place || !file || changes < Math.max(SMALL_BYTES, length / 2)) return;
    changes = 0;
    const { disk, path } = place;
    try {
      const short = await shortened((await disk.read(path)).subarray(0, length));
      if (!short) return;
      await file.close();
      file = undefined;
      await disk.replace(path, short);
      await opened();
    } catch {
      // A full disk: the next write opens what is there, or says why it cannot.
    }
  }

  async function commit(batch: readonly Asked[]): Promise<JournalWritten> {
    const bytes = Buffer.concat(batch.flatMap(({ bytes }) => bytes));
    try {
      const to = await opened();
      await cutToLength(to);
      clean = false;
      await to.write(bytes, length);
      if (batch.some(({ flush }) => flush)) await to.flush();
    } catch (error) {
      // Cut the half-written bytes away at once; if not even that works, before the next write.
      if (file) await cutToLength(file).catch(() => undefined);
      return notWritten(error);
    }
    length += bytes.length;
    clean = true;
    return ok(undefined);
  }

  async function writeAsked(): Promise<void> {
    // Everything asked in this turn of the event loop goes into the same write.
    await Promise.resolve();
    while (asked.length > 0) {
      const batch = asked;
      asked = [];
      const written = await commit(batch);
      for (const { answer, isChange, bytes } of batch) {
        if (written.ok && isChange) for (const { length: more } of bytes) changes += more;
        answer(written);
      }
      if (written.ok) await shorten();
    }
    writing = undefined;
  }

  async function closeFile(): Promise<void> {
    await writing;
    // A refusal here loses nothing: what has to be kept was flushed when it was written.
    await file?.flush().catch(() => undefined);
    await file?.close().catch(() => undefined);
  }

  return {
    append(lines, { flush }) {
      if (closing) return Promise.resolve(fail('journal-not-written', { detail: 'the journal is closed' }));
      return new Promise((answer) => {
        const isChange = typeof lines === 'string';
        asked.push({ bytes: isChange ? [Buffer.from(lines)] : lines, isChange, flush, answer });
        writing ??= writeAsked();
      });
    },
    close() {
      closing ??= closeFile();
      return closing;
    },
  };
}

/** The fault of a refused write: the system's code (`ENOSPC`) or the message; no path, which may name the user. */
export function notWritten(error: unknown): {
  readonly ok: false;
  readonly fault: { readonly code: 'journal-not-written'; readonly detail: string };
} {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const detail = typeof code === 'string' ? code : error instanceof Error ? error.message : String(error);
  return { ok: false, fault: { code: 'journal-not-written', detail: detail.slice(0, 300) } };
}
