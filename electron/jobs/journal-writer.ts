import { fail, ok, type Result } from '../result.ts';
import type { JournalFile } from './journal-file.ts';

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
}

interface Asked {
  readonly bytes: readonly Buffer[];
  readonly flush: boolean;
  readonly answer: (written: JournalWritten) => void;
}

/** Starts the writing end. */
export function createJournalWriter(start: WriterStart): JournalWriter {
  const { file } = start;
  let { length } = start;
  let clean = false;
  let asked: Asked[] = [];
  let writing: Promise<void> | undefined;
  let closing: Promise<void> | undefined;

  async function cutToLength(): Promise<void> {
    if (clean) return;
    await file.truncate(length);
    clean = true;
  }

  async function commit(batch: readonly Asked[]): Promise<JournalWritten> {
    const bytes = Buffer.concat(batch.flatMap(({ bytes }) => bytes));
    try {
      await cutToLength();
      clean = false;
      await file.write(bytes, length);
      if (batch.some(({ flush }) => flush)) await file.flush();
    } catch (error) {
      // Cut the half-written bytes away at once; if not even that works, before the next write.
      await cutToLength().catch(() => undefined);
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
      for (const { answer } of batch) answer(written);
    }
    writing = undefined;
  }

  async function closeFile(): Promise<void> {
    await writing;
    // A refusal here loses nothing: what has to be kept was flushed when it was written.
    await file.flush().catch(() => undefined);
    await file.close().catch(() => undefined);
  }

  return {
    append(lines, { flush }) {
      if (closing) return Promise.resolve(fail('journal-not-written', { detail: 'the journal is closed' }));
      return new Promise((answer) => {
        const bytes = typeof lines === 'string' ? [Buffer.from(lines)] : lines;
        asked.push({ bytes, flush, answer });
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
