import { createStretches } from '../processes/stretches.ts';
import { type DecodedLine, decodeLine } from './journal-record.ts';

/** A sound line and how many bytes it takes, newline included. */
export interface SoundLine {
  readonly content: Exclude<DecodedLine, { is: 'damaged' }>;
  readonly bytes: number;
}

/** What the bytes of a journal hold. */
export interface JournalScan {
  readonly lines: readonly SoundLine[];
  /** Where the next record goes when everything behind the last sound line is cut away. */
  readonly soundLength: number;
  /** Where the next record goes when damaged lines are left where they are: behind the last newline. */
  readonly lineLength: number;
  /** Damaged lines, not counting the last one, which a kill may have torn. */
  readonly damagedLines: number;
}

const newline = 10;

/**
 * Reads a whole journal, in stretches where it is long. A last line that is torn or damaged is left out: it was never flushed. So is an add whose lines
 * are not all there, because its caller was never told that it is on disk.
 */
export async function scanJournal(bytes: Buffer): Promise<JournalScan> {
  const stretches = createStretches();
  const lines: SoundLine[] = [];
  let soundLength = 0;
  let damagedLines = 0;
  let damagedSince = 0;
  let start = 0;
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    const content = decodeLine(bytes.subarray(start, end));
    const length = end + 1 - start;
    start = end + 1;
    if (stretches.isOver()) await stretches.rest();
    if (content.is === 'damaged') {
      damagedSince += 1;
      continue;
    }
    damagedLines += damagedSince;
    damagedSince = 0;
    lines.push({ content, bytes: length });
    soundLength = start;
  }
  const torn = start < bytes.length;
  const lastIgnored = !torn && damagedSince > 0 ? 1 : 0;
  damagedLines += damagedSince - lastIgnored;
  // Behind a damaged whole line the rest of the add may well have been flushed: then nothing of it is dropped.
  if (damagedSince === 0) soundLength -= dropTornAdd(lines);
  return { lines, soundLength, lineLength: damagedSince === 0 ? soundLength : start, damagedLines };
}

/** Takes the lines of an incomplete add off the end; answers how many bytes they held. */
function dropTornAdd(lines: SoundLine[]): number {
  let dropped = 0;
  for (let left = leftOf(lines.at(-1)); left > 0; ) {
    dropped += lines.pop()?.bytes ?? 0;
    const before = leftOf(lines.at(-1));
    left = before === left + 1 ? before : 0;
  }
  return dropped;
}

function leftOf(line: SoundLine | undefined): number {
  return line?.content.is === 'record' && line.content.record.is === 'added' ? line.content.record.left : 0;
}
