import { assertNever } from '../../result.ts';
import type { Voice } from './voice.ts';

/** Where a voice is deleted: from this computer, on its server, or both. */
export const REMOVAL_PLACES = ['here', 'there', 'everywhere'] as const;
export type RemovalPlace = (typeof REMOVAL_PLACES)[number];

/** What became of one clone on a server. Times are milliseconds since 1970. */
export interface CloneEnd {
  readonly server: string;
  readonly remoteId: string;
  readonly at: number;
  /**
   * `deleted`: the server said so, and does not list it any more. `was-gone`: it was not there any more. `left`: it was
   * not asked. `unconfirmed`: `detail` says what is not known.
   */
  readonly end: 'deleted' | 'was-gone' | 'left' | 'unconfirmed';
  readonly detail?: string;
  readonly traceId?: string;
}

/** What deleting a voice did, kept for good. */
export interface Receipt {
  readonly id: string;
  readonly at: number;
  readonly where: RemovalPlace;
  readonly voice: Pick<Voice, 'id' | 'name' | 'model' | 'server'>;
  /** Of the voice and of what it was before it was made again. */
  readonly clones: readonly CloneEnd[];
  /** How many of its recordings stay on this computer. */
  readonly recordings: number;
}

/** What a clone's end means, as a sentence. */
export function endWords({ end, detail }: CloneEnd): string {
  switch (end) {
    case 'deleted':
      return 'Deleted; the server does not list it any more.';
    case 'was-gone':
      return 'It was not there any more.';
    case 'left':
      return 'Left as it is; the server was not asked.';
    case 'unconfirmed':
      return `Not confirmed: ${detail ?? 'the server did not say'}.`;
    default:
      return assertNever(end);
  }
}

/** What can not be confirmed at all, as a sentence; undefined where there is nothing. What each clone came to is with it. */
export function openQuestion({ clones }: Receipt): string | undefined {
  const wasAsked = clones.some(({ end }) => end !== 'left');
  if (!wasAsked) return undefined;
  return 'A2E has no call to delete an uploaded sample: what becomes of it there is not known.';
}

/** A receipt as plain lines, to be copied. `serverName` says how a person calls a server. */
export function receiptText(receipt: Receipt, serverName: (server: string) => string): string {
  const { id, at, voice, clones, recordings, where } = receipt;
  const placeWords = { here: 'from this computer', there: 'on its server', everywhere: 'everywhere' }[where];
  const question = openQuestion(receipt);
  const lines = [
    `Receipt ${id}`,
    `“${voice.name}” was deleted ${placeWords}, ${timeWords(at)}.`,
    ...clones.flatMap((clone) => [
      '',
      `Server: ${serverName(clone.server)}`,
      `Id: ${clone.remoteId}`,
      `Time: ${timeWords(clone.at)}`,
      `Answer: ${endWords(clone)}`,
      ...(clone.traceId === undefined ? [] : [`Trace: ${clone.traceId}`]),
    ]),
    ...(clones.length === 0 ? ['', 'No server knew of it.'] : []),
    '',
    recordings === 1
      ? '1 recording stays on this computer.'
      : `${recordings} recordings stay on this computer.`,
    ...(question === undefined ? [] : [question]),
  ];
  return lines.join('\n');
}

function timeWords(at: number): string {
  return new Date(at)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
}
