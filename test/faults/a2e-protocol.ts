import { randomBytes } from 'node:crypto';
import { encodeWav } from '../../electron/recording/wav.ts';

/** What the calls of the API are called here; `put`, `file` and `sound` are the storage's and carry no token. */
export const ENDPOINTS = [
  ...(['presign', 'put', 'file', 'credits', 'train', 'voice', 'running', 'completed'] as const),
  ...(['speak', 'sound', 'remove', 'publicVoices', 'languages', 'detect', 'copy', 'avatar'] as const),
] as const;
export type EndpointName = (typeof ENDPOINTS)[number];

export const PRICES = { train: 100, avatar: 100, speak: 10 } as const;
/** The query of every signed link: must turn up nowhere. */
export const SIGNATURE = 'X-Amz-Signature=a-signature-that-must-appear-nowhere';

const SOUND = encodeWav({ sampleRate: 8000, samples: new Float32Array(800).fill(0.25) }, 16);

interface Training {
  readonly _id: string;
  readonly name: string;
  readonly voice_urls: readonly string[];
  readonly model: string;
  readonly lang: string;
  readonly gender: string;
  /** How often it was told of: it is ready at the fourth time, so that no test waits for a clock. */
  told: number;
}

/** How the account's books stand; nobody but the server writes in them. */
export interface Books {
  coins: number;
  /** Everything that was paid for, in order: `train <url>`, `speak <text>`. */
  readonly paid: string[];
  readonly trainings: Training[];
  readonly files: Map<string, { readonly bytes: Buffer; readonly type: string }>;
  /** Words for `current_status`, one after the other, in place of the usual ones. */
  readonly statuses: string[];
  /** Every record is listed twice. */
  doubled: boolean;
  /** Records say `language`, not `lang`. */
  spellsLanguage: boolean;
}

export function openBooks(): Books {
  return {
    ...{ coins: 10_000, paid: [], trainings: [], files: new Map() },
    ...{ statuses: [], doubled: false, spellsLanguage: false },
  };
}

export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly type: string;
}

/** What the server says where it does not misbehave: `data` within the envelope, or bytes. */
export type Said =
  | { readonly data: unknown }
  | { readonly refusal: number; readonly msg: string }
  | { readonly bytes: Uint8Array; readonly type: string };

/** Which call this is; undefined where A2E has none such. */
export function endpointOf({ method, path }: Pick<Asked, 'method' | 'path'>): EndpointName | undefined {
  const call = `${method} ${path.replace('/api/v1/', '')}`;
  if (method === 'PUT') return 'put';
  if (path.startsWith('/files/')) return 'file';
  if (path.startsWith('/sounds/')) return 'sound';
  const named = CALLS[call];
  if (named) return named;
  if (/^GET userVoice\/[^/]+$/.test(call)) return 'voice';
  return /^DELETE userVoice\/[^/]+$/.test(call) ? 'remove' : undefined;
}

const CALLS: Readonly<Record<string, EndpointName>> = {
  'POST r2/get_upload_presigned_url': 'presign',
  'GET user/remainingCoins': 'credits',
  'POST userVoice/training': 'train',
  'GET userVoice/processingRecord': 'running',
  'GET userVoice/completedRecord': 'completed',
  'POST video/send_tts': 'speak',
  'GET anchor/voice_list': 'publicVoices',
  'POST anchor/language_list': 'languages',
  'POST video/lang_classify': 'detect',
  'POST tos/transferToStorage': 'copy',
  'POST userVideoTwin/addVoiceClone': 'avatar',
};

/** Does what was asked, and answers as A2E would. `origin` is this server's own. */
export function carryOut(name: EndpointName, asked: Asked, books: Books, origin: string): Said {
  const body = asked.type.includes('json') && asked.body.length > 0 ? JSON.parse(String(asked.body)) : {};
  const id = asked.path.split('/').at(-1) ?? '';
  switch (name) {
    case 'presign':
      return {
        data: {
          uploadUrl: `${origin}/bucket/${body.key}?${SIGNATURE}`,
          ...{ cdnUrl: `${origin}/files/${body.key}`, key: body.key, bucket: 'b', expiresIn: 600 },
        },
      };
    case 'put':
      books.files.set(asked.path.replace('/bucket/', '/files/'), { bytes: asked.body, type: asked.type });
      return { data: null };
    case 'file':
      return books.files.get(asked.path) ?? { refusal: 404, msg: 'no such file' };
    case 'credits':
      return { data: { coins: books.coins, diamonds: 3 } };
    case 'train':
      return train(body, books);
    case 'voice':
      return (
        told(
          books.trainings.filter(({ _id }) => _id === id),
          books,
        )[0] ?? { refusal: 404, msg: 'none' }
      );
    case 'running':
      return list(books, (voice) => voice.current_status !== 'completed');
    case 'completed':
      return list(books, (voice) => voice.current_status === 'completed');
    case 'remove':
      books.trainings.splice(0, books.trainings.length, ...books.trainings.filter(({ _id }) => _id !== id));
      return { data: null };
    case 'speak':
      pay(books, 'speak', String(body.msg));
      return { data: `${origin}/sounds/${books.paid.length}.wav?${SIGNATURE}` };
    case 'sound':
      return { bytes: SOUND, type: 'audio/wav' };
    case 'publicVoices':
      return { data: [{ label: 'female', value: 'female', children: [{ label: 'Aria', value: 'tts-1' }] }] };
    case 'languages':
      return { data: [{ value: 'en', label: 'English' }] };
    case 'detect':
      return { data: 'en' };
    case 'copy':
      return { data: { url: `${origin}/files/copy.wav` } };
    case 'avatar':
      pay(books, 'avatar', String(body._id));
      return { data: null };
  }
}

function pay(books: Books, what: keyof typeof PRICES, of: string): void {
  books.paid.push(`${what} ${of}`);
  books.coins -= PRICES[what];
}

function train(body: Omit<Training, '_id' | 'told' | 'lang'> & { language: string }, books: Books): Said {
  const { name, voice_urls, model, language, gender } = body;
  const training = {
    _id: randomBytes(12).toString('hex'),
    name,
    voice_urls,
    model,
    lang: language,
    gender,
    told: 0,
  };
  books.trainings.push(training);
  pay(books, 'train', String(voice_urls));
  return told([training], books)[0] ?? { data: null };
}

type Record_ = { readonly data: { readonly current_status: string } };

/** Each time it is told of, a training is further. */
function told(trainings: readonly Training[], books: Books): readonly Record_[] {
  return trainings.map((training) => {
    const { told: times, lang, ...rest } = training;
    training.told++;
    const usual = times < 2 ? 'sent' : times < 4 ? 'processing' : 'completed';
    const current_status = books.statuses.shift() ?? usual;
    return { data: { ...rest, [books.spellsLanguage ? 'language' : 'lang']: lang, current_status } };
  });
}

function list(books: Books, isListed: (voice: { readonly current_status: string }) => boolean): Said {
  const listed = told(books.trainings, books)
    .map(({ data }) => data)
    .filter(isListed);
  return { data: books.doubled ? [...listed, ...listed] : listed };
}
