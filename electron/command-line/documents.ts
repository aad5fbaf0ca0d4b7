import type { Voice } from '../cloning/voice/voice.ts';
import type { JobView, ServerView } from '../contract/calls.ts';
import { faultLine } from '../contract/fault-words.ts';
import type { CheckStatus, QualityReport } from '../recording/quality/report.ts';
import type { Fault } from '../result.ts';
import type { Clip } from '../speaking/clip.ts';

/** A voice as `--json` prints it. `server` is `local` or a base URL; `stock` true: it is a stock voice and no clone. */
export function voiceDocument(voice: Voice) {
  const { id, name, server, model, language, gender, state } = voice;
  return {
    ...{ id, name, server, model, language, gender },
    status: state.status,
    remoteId: 'remoteId' in state ? (state.remoteId ?? null) : null,
    stock: 'stock' in state && state.stock !== undefined,
    ...('stock' in state && state.stock !== undefined && { stockVoice: state.stock }),
    ...(state.status === 'failed' && { fault: state.fault }),
  };
}

/** A clip as `--json` prints it; `path` is where its WAV lies, `seconds` its length. */
export function clipDocument(clip: Clip, path: string) {
  return {
    id: clip.id,
    path,
    seconds: Math.round((clip.samples / clip.sampleRate) * 1000) / 1000,
    voice: clip.voiceName,
    server: clip.server,
    stock: clip.stock !== undefined,
    ...(clip.stock !== undefined && { stockVoice: clip.stock }),
  };
}

/** An entry of the queue as `--json` prints it. */
export function jobDocument({ id, kind, createdAt, state, voiceId, text }: JobView) {
  const { status, ...more } = state;
  return { id, kind, status, createdAt, voiceId, ...(text !== undefined && { text }), ...more };
}

/** One line for a person. */
export function voiceLine(voice: Voice): string {
  const { name, status, model, language, server, stock } = voiceDocument(voice);
  return `${name}: ${status}, ${model}, ${language}, on ${server}${stock ? ' (a stock voice, not a clone)' : ''}`;
}

/** One line for a person. */
export function jobLine({ id, kind, state, text }: JobView): string {
  const why = state.status === 'waiting' ? ` for ${state.why} since ${momentWords(state.since)}` : '';
  const fault = state.status === 'failed' ? ` (${state.fault.code})` : '';
  return `${id}: ${kind} ${state.status}${why}${fault}${text === undefined ? '' : `: ${text.slice(0, 60)}`}`;
}

/** A server as `--json` prints it. `token`: how it is kept; `locked`: by the app's keyring, which plain Node cannot open. */
export function serverDocument({ id, name, url, token }: ServerView, chosen: string) {
  return { id, name, url, chosen: id === chosen, ...(token !== undefined && { token }) };
}

/** One line for a person. */
export function serverLine({ id, name, chosen, token }: ReturnType<typeof serverDocument>): string {
  const mark = chosen ? '* ' : '  ';
  const where = id === 'local' ? '' : `: ${id}`;
  const words = token === undefined ? '' : ` (${TOKEN_WORDS[token]})`;
  return `${mark}${name}${where}${words}`;
}

const TOKEN_WORDS: { readonly [T in NonNullable<ServerView['token']>]: string } = {
  keyring: 'token in the keyring',
  run: 'token for this run',
  plain: 'token kept in the plain',
  locked: 'its token is sealed for the app; here set TIMBRE_TOKEN',
  environment: 'token from TIMBRE_TOKEN',
  none: 'no token here; set TIMBRE_TOKEN',
};

/** A fault as `--json` prints it. */
export function faultDocument(fault: Fault) {
  const { code, traceId } = fault;
  return { code, message: faultLine(fault), ...(traceId && { traceId }) };
}

const MARKS: { readonly [S in CheckStatus]: string } = { pass: '  ok  ', warn: '  !   ', fail: '  !!  ' };

/** What a recording is like, for a person: the verdict, then a line for each check. */
export function reportText(path: string, { verdict, seconds, speechSeconds, checks }: QualityReport): string {
  const head = `${path}: ${verdict}, ${seconds.toFixed(1)} s, ${speechSeconds.toFixed(1)} s of it speech`;
  const lines = checks.map(({ id, status, value, unit, advice, places = [] }) => {
    const measured = value === null ? '–' : `${value} ${unit}`.trim();
    const where = places.slice(0, 3).map(({ from, to }) => `${from.toFixed(1)}–${to.toFixed(1)} s`);
    const at = where.length > 0 ? ` (${where.join(', ')}${places.length > 3 ? ', …' : ''})` : '';
    return `${MARKS[status]}${id.padEnd(10)} ${measured.padStart(11)}  ${advice}${at}`;
  });
  return [head, ...lines].join('\n');
}

/** `2026-11-26 14:05`, in the time of this computer. */
function momentWords(at: number): string {
  const minutesAhead = -new Date(at).getTimezoneOffset();
  return new Date(at + minutesAhead * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}
