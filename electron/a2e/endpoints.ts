import { asWebAddress } from './json-fields.ts';
import type { A2eTimeouts } from './timeouts.ts';

/** Method and path of a call; `{id}` in the path, or in its query, is replaced by the encoded id. */
export interface Form {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the base URL. */
  readonly path: string;
}

export interface Endpoint extends Form {
  /** What to try, in this order, where the server does not know the call so (404, 405); see `forms.ts`. */
  readonly otherwise?: readonly Form[];
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
  /** [weak path] One record; the query is how sister calls name theirs. Without a record the two lists are asked. */
  voiceById: {
    method: 'GET',
    path: '/api/v1/userVoice/{id}',
    otherwise: [{ method: 'GET', path: '/api/v1/userVoice?_id={id}' }],
    within: 'call',
  },
  /** [weak path] 2xx with code 0 or no body. A 404 is checked against the list of finished voices. */
  removeVoice: { method: 'DELETE', path: '/api/v1/userVoice/{id}', within: 'call', emptyIsDone: true },
  /** [doc path, seen body] Body: `WireSpeech`. Paid. */
  speak: { method: 'POST', path: '/api/v1/video/send_tts', within: 'speak' },
  /** [seen] `{coins, diamonds}`, within the envelope or without it. */
  credits: { method: 'GET', path: '/api/v1/user/remainingCoins', within: 'call', bare: true },
  /**
   * [seen, both] A link to upload to. Body of both forms: `{key, contentType, contentLength}`; the first is known to take
   * at least the key.
   */
  presign: {
    method: 'POST',
    path: '/api/v1/r2/get_upload_presigned_url',
    otherwise: [{ method: 'POST', path: '/api/v1/r2/upload-presigned-url' }],
    within: 'call',
  },
  /** [seen] Body: `{url}`. Copies a file from elsewhere into the server's own storage; slow where the file is large. */
  copyToStorage: { method: 'POST', path: '/api/v1/tos/transferToStorage', within: 'train' },
  /** [seen] Query: `country`, `region`. Groups by gender: `[{label, value, children: [{label, value, ttsRate?}]}]`. */
  publicVoices: { method: 'GET', path: '/api/v1/anchor/voice_list', within: 'call' },
  /** [weak, both] `[{value, label}]`. */
  languages: {
    method: 'POST',
    path: '/api/v1/anchor/language_list',
    otherwise: [{ method: 'GET', path: '/api/v1/anchor/language_list' }],
    within: 'call',
  },
  /** [seen] Body: `{msg}`. Answers the code of the text's language. */
  detectLanguage: { method: 'POST', path: '/api/v1/video/lang_classify', within: 'call' },
  /** [weak] Body: `{_id}` of an avatar made of a video. Clones the voice in it; to be taken for paid. */
  cloneAvatarVoice: { method: 'POST', path: '/api/v1/userVideoTwin/addVoiceClone', within: 'train' },
} as const satisfies Record<string, Endpoint>;

/** Fields that are spelled in more than one way, the surest spelling first. */
export const SPELLINGS = {
  /** [seen] The text of a failure. */
  words: ['msg', 'message'],
  /** [doc] A record of a voice answers `lang`; [weak] `language`. */
  language: ['lang', 'language'],
  /** [seen] `data` of a spoken text is the link itself, or an object with one of these. */
  audioLink: ['audio_url', 'audioUrl', 'url', 'audioSrc'],
  /** [weak] Where a list is not `data` itself. */
  list: ['list', 'records', 'rows', 'items', 'data'],
  /** [doc] `_id`; [weak] `id`. */
  id: ['_id', 'id'],
  /** [seen] Where to put a sample; the others [weak]. */
  uploadLink: ['uploadUrl', 'upload_url', 'presignedUrl', 'presigned_url'],
  /** [seen] Where it can be read then; the others [weak]. */
  publicLink: ['cdnUrl', 'cdn_url', 'publicUrl', 'public_url'],
  /** [weak] Seconds that an upload link works. */
  linkSeconds: ['expiresIn', 'expires_in'],
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

/** What goes into the address of a call: the id for `{id}`, and a query. */
export interface Named {
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/**
 * The address of a call; the base may have a path of its own. Undefined where the base is no web address, or where an id
 * cannot be part of a path (empty, `.` and `..` would name another call; outside ASCII there are none).
 */
export function endpointUrl(baseUrl: string, form: Form, { id = '', query = {} }: Named): URL | undefined {
  const base = asWebAddress(baseUrl.trim());
  if (base === undefined) return undefined;
  if (form.path.includes('{id}') && !isPathPart(id)) return undefined;
  const path = form.path.replace('{id}', () => encodeURIComponent(id));
  const url = new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

function isPathPart(id: string): boolean {
  return /^[\x20-\x7e]+$/.test(id) && id !== '.' && id !== '..';
}
