import { crc32 } from 'node:zlib';
import type { Json } from '../result.ts';
import type { Job, JobState } from './job.ts';

/** One line of the journal. */
export type JournalRecord =
  /** A job as it stands; `left` counts the lines of the same `add` still to come, so that a torn add is seen. */
  | { readonly is: 'added'; readonly job: Job; readonly left: number }
  | { readonly is: 'state'; readonly id: string; readonly state: JobState; readonly tries: number }
  | { readonly is: 'note'; readonly id: string; readonly key: string; readonly value: Json }
  | { readonly is: 'retried'; readonly id: string; readonly at: number; readonly forget: readonly string[] }
  | { readonly is: 'forgotten'; readonly ids: readonly string[] }
  /** New places in the order, `[id, rank]` each. */
  | { readonly is: 'ranked'; readonly ranks: readonly (readonly [id: string, rank: number])[] };

/** What a line turned out to hold. `foreign`: sound, but written by a version that knows more than this one. */
export type DecodedLine =
  | { readonly is: 'record'; readonly record: JournalRecord }
  | { readonly is: 'foreign'; readonly id: string | undefined; readonly text: string }
  | { readonly is: 'damaged' };

const version = 1;
const head = '{"crc":"';
/** Bytes before the part the checksum covers: the head, eight hexadecimal digits, a quote and a comma. */
const bodyAt = head.length + 10;

/**
 * One line, newline included, that is also a JSON document: `{"crc":"<8 hex digits>","v":1,"is":…}`. The CRC-32 (the
 * polynomial of zlib) covers everything behind its comma up to the newline.
 */
export function encodeRecord(record: JournalRecord): string {
  const body = `"v":${version},${JSON.stringify(record).slice(1)}`;
  return `${head}${checksum(body)}",${body}\n`;
}

/** Reads one line back, given without its newline. */
export function decodeLine(line: Buffer): DecodedLine {
  const text = line.toString('utf8');
  // The head and the checksum are plain letters, so they stand at the same places in the text as in the bytes.
  if (line.length <= bodyAt || !text.startsWith(head)) return { is: 'damaged' };
  if (text.slice(head.length, head.length + 8) !== checksum(line.subarray(bodyAt))) return { is: 'damaged' };
  const value = parsed(text);
  if (value === undefined) return { is: 'damaged' };
  if (value['v'] === version && isRecord(value)) return { is: 'record', record: value };
  return { is: 'foreign', id: typeof value['id'] === 'string' ? value['id'] : undefined, text };
}

function checksum(body: string | Buffer): string {
  return crc32(body).toString(16).padStart(8, '0');
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecord(value: Fields): value is Fields & JournalRecord {
  const named = typeof value['id'] === 'string';
  switch (value['is']) {
    case 'added':
      return isJob(value['job']) && typeof value['left'] === 'number';
    case 'state':
      return named && isState(value['state']) && typeof value['tries'] === 'number';
    case 'note':
      return named && typeof value['key'] === 'string' && 'value' in value;
    case 'retried':
      return named && typeof value['at'] === 'number' && isStrings(value['forget']);
    case 'forgotten':
      return isStrings(value['ids']);
    case 'ranked':
      return Array.isArray(value['ranks']) && value['ranks'].every(isRank);
    default:
      return false;
  }
}

function isJob(value: unknown): value is Job {
  if (!isFields(value)) return false;
  const texts = [value['id'], value['kind'], value['lane']];
  const numbers = [value['tries'], value['createdAt']];
  return (
    texts.every((text) => typeof text === 'string') &&
    numbers.every((number) => typeof number === 'number') &&
    'input' in value &&
    isFields(value['notes']) &&
    isState(value['state'])
  );
}

function isState(value: unknown): value is JobState {
  if (!isFields(value)) return false;
  switch (value['status']) {
    case 'waiting':
      return typeof value['since'] === 'number' && typeof value['why'] === 'string';
    case 'running':
      return typeof value['since'] === 'number';
    case 'done':
      return typeof value['at'] === 'number' && 'result' in value;
    case 'failed':
      return typeof value['at'] === 'number' && isFields(value['fault']);
    case 'canceled':
      return typeof value['at'] === 'number';
    default:
      return false;
  }
}

function isRank(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
