import type {
  A2eClient,
  A2eResult,
  RemoteVoice,
  SampleUpload,
  SpeechRequest,
  TrainingRequest,
} from '../../electron/a2e/client.ts';
import type { A2eFaultCode } from '../../electron/a2e/faults.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { type Fault, fail, ok } from '../../electron/result.ts';

export type FakeCall = Exclude<keyof A2eClient, 'baseUrl'>;

/** How a call is to end other than well; `taken`: the server did what it was asked, but its answer is lost. */
export type BadEnd = Fault<A2eFaultCode> & { readonly taken?: boolean };

export interface FakeServerOptions {
  /** Milliseconds since 1970, by the test's own clock. */
  readonly now: () => number;
  /** How long a training takes, in milliseconds; default 8000. */
  readonly trainingMs?: number;
  /** What every training ends with; default a finished voice. */
  readonly trainingFails?: string;
  /** False: it has no list of trainings under way, and does not answer for one of them by its id. */
  readonly listsRunning?: boolean;
  /** False: it does not say what credits there are. */
  readonly tellsCredits?: boolean;
  /** It speaks with this stock voice, not with clones. */
  readonly stock?: string;
  /** A second id for every finished voice. */
  readonly speakerId?: string;
  /** Where uploads go; default the server itself. */
  readonly storage?: string;
  /** Credits for a line of so many characters; default 10. */
  readonly speechPrice?: (characters: number) => number;
  /** What it sends as speech; default a short WAV. */
  readonly sound?: Uint8Array<ArrayBuffer>;
}

interface Training {
  readonly id: string;
  readonly request: TrainingRequest;
  readonly at: number;
}

const PRICE = { training: 100, speech: 10 } as const;

/** An A2E server in memory: it outlives the processes that call it and remembers everything it was paid for. */
export class FakeServer {
  baseUrl = 'http://127.0.0.1:8001';
  coins = 1000;
  /** When it will charge for a line it was asked for earlier, milliseconds since 1970. */
  chargeAt: number | undefined;
  /** Everything it was paid for, in order. */
  readonly paid: ('training' | 'speech')[] = [];
  readonly trainings: Training[] = [];
  readonly calls: FakeCall[] = [];
  readonly uploads = new Map<string, { readonly byteLength: number; readonly contentType: string }>();
  readonly spokenWith: string[] = [];
  /** The texts of the lines it was paid for, in order. */
  readonly spoken: string[] = [];
  /** Ids it does not know when speaking. */
  readonly deafTo = new Set<string>();
  readonly #ends = new Map<FakeCall, BadEnd[]>();
  readonly #storms = new Map<FakeCall, BadEnd>();
  readonly options: FakeServerOptions;

  constructor(options: FakeServerOptions) {
    this.options = options;
  }

  /** The next calls of this name end so, one after the other. */
  failNext(call: FakeCall, ...ends: BadEnd[]): void {
    this.#ends.set(call, [...(this.#ends.get(call) ?? []), ...ends]);
  }

  /** Every call of this name ends so, until `null`. */
  storm(call: FakeCall, end: BadEnd | null): void {
    if (end) this.#storms.set(call, end);
    else this.#storms.delete(call);
  }

  /** Answers whether it was there. */
  remove(id: string): boolean {
    const at = this.trainings.findIndex((training) => training.id === id);
    if (at >= 0) this.trainings.splice(at, 1);
    return at >= 0;
  }

  /** A client of it; `step` is awaited on the way there and on the way back, and a process that dies never comes back. */
  client(step: (where: string) => Promise<void> = async () => {}): A2eClient {
    const go = async <T>(
      call: FakeCall,
      signal: AbortSignal | undefined,
      work: () => A2eResult<T>,
    ): Promise<A2eResult<T>> => {
      this.calls.push(call);
      if (signal?.aborted) return fail('canceled');
      await step(`before ${call}`);
      const end = this.#ends.get(call)?.shift() ?? this.#storms.get(call);
      if (!end) {
        const answer = work();
        await step(`after ${call}`);
        return answer;
      }
      const { taken, ...fault } = end;
      if (taken) work();
      await step(`after ${call}`);
      return { ok: false, fault };
    };
    return {
      baseUrl: this.baseUrl,
      upload: (sample, signal) => go('upload', signal, () => this.#upload(sample)),
      preflight: (url, byteLength, signal) => go('preflight', signal, () => this.#preflight(url, byteLength)),
      train: (request, signal) => go('train', signal, () => this.#train(request)),
      voice: (id, signal) => go('voice', signal, () => this.#voice(id)),
      voices: (signal) =>
        go('voices', signal, () => ok({ voices: this.#listed(), isWhole: this.#isWhole() })),
      findBySample: (url, signal) => go('findBySample', signal, () => this.#findBySample(url)),
      speak: (request, signal) => go('speak', signal, () => this.#speak(request)),
      download: (url, signal) => go('download', signal, () => this.#download(url)),
      removeVoice: (id, signal) => go('removeVoice', signal, () => ok({ wasThere: this.remove(id) })),
      credits: (signal) => go('credits', signal, () => this.#credits()),
      running: (signal) =>
        go('running', signal, () => ok(this.#listed().filter(({ status }) => status === 'running'))),
      publicVoices: (_filter, signal) =>
        go('publicVoices', signal, () => ok([{ id: 'public-1', name: 'Aria', gender: 'female' as const }])),
      languages: (signal) => go('languages', signal, () => ok([{ code: 'en', name: 'English' }])),
      detectLanguage: (_text, signal) => go('detectLanguage', signal, () => ok('en')),
      copyToStorage: (url, signal) => go('copyToStorage', signal, () => ok({ url })),
      cloneAvatarVoice: (_id, signal) => go('cloneAvatarVoice', signal, () => ok(undefined)),
    };
  }

  #upload({ body, contentType, key, onSent }: SampleUpload): A2eResult<{ url: string }> {
    if (this.uploads.has(`/${key}`)) throw new Error(`${key} was uploaded before`);
    onSent?.(body.byteLength);
    this.uploads.set(`/${key}`, { byteLength: body.byteLength, contentType });
    return ok({ url: `${this.options.storage ?? this.baseUrl}/${key}` });
  }

  #preflight(url: string, byteLength: number): A2eResult<void> {
    const { origin, pathname } = new URL(url);
    const isHere = origin === (this.options.storage ?? this.baseUrl);
    return isHere && this.uploads.get(pathname)?.byteLength === byteLength
      ? ok(undefined)
      : fail('sample-unreachable');
  }

  #train(request: TrainingRequest): A2eResult<RemoteVoice> {
    const training = { id: `remote-${this.paid.length + 1}`, request, at: this.options.now() };
    this.trainings.push(training);
    this.#charge('training');
    return ok(this.#seen(training));
  }

  #voice(id: string): A2eResult<RemoteVoice> {
    const found = this.#listed().find((voice) => voice.id === id);
    if (found) return ok(found);
    return fail('not-found', { facts: { certain: this.#isWhole() ? 1 : 0 } });
  }

  #findBySample(url: string): A2eResult<{ voice?: RemoteVoice; certain: boolean }> {
    const { pathname } = new URL(url);
    const voice = this.#listed().find(({ sampleUrls }) =>
      sampleUrls.some((each) => new URL(each).pathname === pathname),
    );
    const isSure = voice !== undefined && voice.status !== 'failed';
    return ok({ ...(voice && { voice }), certain: isSure || this.#isWhole() });
  }

  #speak({ voice, text }: SpeechRequest): A2eResult<{ url: string; voiceId?: string; stock?: string }> {
    const ids = voice.kind === 'clone' ? voice.ids : [];
    const known = ids.find((id) => !this.deafTo.has(id) && this.#listed().some((v) => isNamed(v, id)));
    if (known === undefined) return fail('not-found');
    this.spokenWith.push(known);
    this.spoken.push(text);
    this.#charge('speech', this.options.speechPrice?.(text.length));
    const url = `${this.baseUrl}/speech/${this.paid.length}.wav?signature=secret`;
    const { stock } = this.options;
    return ok({ url, voiceId: known, ...(stock !== undefined && { stock }) });
  }

  #download(url: string): A2eResult<{ bytes: Uint8Array<ArrayBuffer>; contentType: string }> {
    if (new URL(url).origin !== this.baseUrl) return fail('offline');
    const { sound = encodeWav({ sampleRate: 8000, samples: new Float32Array(800).fill(0.25) }, 16) } =
      this.options;
    return ok({ bytes: sound, contentType: 'audio/wav' });
  }

  #credits(): A2eResult<{ coins: number }> {
    if (this.chargeAt !== undefined && this.options.now() >= this.chargeAt) {
      this.chargeAt = undefined;
      this.coins -= PRICE.speech;
    }
    return this.options.tellsCredits === false ? fail('not-found') : ok({ coins: this.coins });
  }

  #charge(what: 'training' | 'speech', price: number = PRICE[what]): void {
    this.paid.push(what);
    this.coins -= price;
  }

  #isWhole(): boolean {
    return this.options.listsRunning !== false;
  }

  #listed(): RemoteVoice[] {
    const all = this.trainings.map((training) => this.#seen(training));
    return this.#isWhole() ? all : all.filter(({ status }) => status !== 'running');
  }

  #seen({ id, request, at }: Training): RemoteVoice {
    const { now, trainingMs = 8000, trainingFails, stock, speakerId } = this.options;
    const passed = now() - at;
    const base = { id, name: request.name, sampleUrls: request.sampleUrls, model: request.model };
    if (passed < trainingMs / 4) return { ...base, status: 'running', wireStatus: 'sent' };
    if (passed < trainingMs) return { ...base, status: 'running', wireStatus: 'processing' };
    if (trainingFails !== undefined)
      return { ...base, status: 'failed', wireStatus: 'failed', failure: trainingFails };
    return {
      ...base,
      ...{ status: 'completed', wireStatus: 'completed' },
      ...(stock !== undefined && { stock }),
      ...(speakerId !== undefined && { speakerId }),
    };
  }
}

function isNamed({ id, speakerId }: RemoteVoice, wanted: string): boolean {
  return id === wanted || speakerId === wanted;
}
