import { asWebAddress } from './json-fields.ts';
import type { A2eTimeouts } from './timeouts.ts';

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the base URL; `{id}` is replaced by the encoded id. */
  readonly path: string;
  /** Which patience applies. */
  readonly within: keyof A2eTimeouts;
  /** The answer may come without the envelope around it. */
  readonly bare?: true;
  /** A 2xx without a body is a success. */
  readonly emptyIsDone?: true;
}

/**
 * Every call of the A2E API that is made, in one place. How sure we are of each: [doc] A2E's own page, [seen] several
 * public clients agree, [weak] one client or an inference. What is [weak] has a way around it: see the file that calls.
 */
export const ENDPOINTS = {
  /** [doc] Body: `WireTraining`. Answers the new record. Paid. */
  train: { method: 'POST', path: '/api/v1/userVoice/training', within: 'train' },
  /** [doc] A list of records. */
  completedVoices: { method: 'GET', path: '/api/v1/userVoice/completedRecord', within: 'call' },
  /** [weak] A list of records. Without it, "no such training" is never certain. */
  processingVoices: { method: 'GET', path: '/api/v1/userVoice/processingRecord', within: 'call' },
  /** [weak path] One record. Where it does not answer with the record, the two lists are asked. */
  voiceById: { method: 'GET', path: '/api/v1/userVoice/{id}', within: 'call' },
  /** [weak path] 2xx with code 0 or no body. A 404 is checked against the list of finished voices. */
  removeVoice: { method: 'DELETE', path: '/api/v1/userVoice/{id}', within: 'call', emptyIsDone: true },
  /** [doc path, seen body] Body: `WireSpeech`. Paid. */
  speak: { method: 'POST', path: '/api/v1/video/send_tts', within: 'speak' },
  /** [seen] `{coins, diamonds}`, within the envelope or without it. */
  credits: { method: 'GET', path: '/api/v1/user/remainingCoins', within: 'call', bare: true },
} as const satisfies Record<string, Endpoint>;

/**
 * [seen, both] The two forms in which a link to upload to is asked for, the usual one first. Body of both:
 * `{key, contentType, contentLength}`; the first is known to take at least the key. On a 404 or 405 the other is tried.
 */
export const PRESIGN_FORMS: readonly [Endpoint, ...Endpoint[]] = [
  { method: 'POST', path: '/api/v1/r2/get_upload_presigned_url', within: 'call' },
  { method: 'POST', path: '/api/v1/r2/upload-presigned-url', within: 'call' },
];

/** Fields that are spelled in more than one way, the surest spelling first. */
export const SPELLINGS = {
  /** [seen] The text of a failure. */
  words: ['msg', 'message'],
  /** [doc] A record of a voice answers `lang`; [weak] `language`. */
  language: ['lang', 'language'],
  /** [seen] `data` of a spoken text is the link itself, or an object with one of these. */
  audioLink: ['audio_url', 'audioUrl', 'url', 'audioSrc'],
  /** [weak] Where a list is not `data` itself. */
  list: ['list', 'records'],
} as const;

/** [doc] `completed`; the others [weak]. Every other word means that the training is under way. */
export const COMPLETED_WORDS: readonly string[] = ['completed', 'success'];
export const FAILED_WORDS: readonly string[] = ['failed', 'fail', 'error'];

/** [seen] Capacity is full; wait and ask again. */
export const CODE_OCCUPIED = 1001;

/**
 * [weak] The code for "not enough credits" is not known: its words are. "Insufficient" alone counts too, unless it is
 * said of something that no money buys.
 */
export const CREDIT_WORDS =
  /\b(credits?|coins?|diamonds?|balance|funds)\b|余额|积分|insufficient(?!\s+(permission|privilege|rights|scope|audio|sample|speech|voice|duration|length|data|quality|capacity|resource|memory|storage|disk))/i;

/** [weak] How a refusal says that it does not know the voice. */
export const VOICE_UNKNOWN_WORDS =
  /(voice|speaker|clone|record|_id)\b.{0,60}\b(not\s+(be\s+)?found|not\s+exists?|doesn'?t\s+exist|no\s+longer\s+exists?)|(no\s+such|unknown)\s+(user\s+)?(voice|speaker|clone)|(音色|声音).{0,20}不存在/i;

/** [seen] Where an upload can be read by everybody, when the answer names a bucket and no public link. */
export function publicUploadUrl(bucket: string, key: string): string {
  const path = key.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/');
  return `https://${bucket}.ai2everyone.com/${path}`;
}

/**
 * The address of a call; the base may have a path of its own. Undefined where the base is no web address, or where an id
 * cannot be part of a path (empty, `.` and `..` would name another call; outside ASCII there are none).
 */
export function endpointUrl(baseUrl: string, endpoint: Endpoint, id?: string): URL | undefined {
  const base = asWebAddress(baseUrl.trim());
  if (base === undefined) return undefined;
  if (endpoint.path.includes('{id}') && !isPathPart(id ?? '')) return undefined;
  const path = endpoint.path.replace('{id}', () => encodeURIComponent(id ?? ''));
  return new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}${path}`);
}

function isPathPart(id: string): boolean {
  return /^[\x20-\x7e]+$/.test(id) && id !== '.' && id !== '..';
}
