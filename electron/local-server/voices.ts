import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { MODEL_LANGUAGES } from '../a2e/model-facts.ts';
import { A2E_MODELS, type WireVoice } from '../a2e/wire.ts';
import { type Answer, answered, CODES, refused } from './answer.ts';
import { languageName, languageRefusal, primaryLanguage, SPOKEN_LANGUAGES } from './languages.ts';
import { type Purse, TRAINING_COINS } from './purse.ts';
import type { References } from './references.ts';
import { parseBody } from './request-body.ts';
import type { Training } from './training.ts';
import type { Uploads } from './uploads.ts';
import type { ShelfVoice, VoiceShelf } from './voice-shelf.ts';

const sampleUrl = z
  .string()
  .max(2048, 'is longer than 2048 characters')
  .refine((url) => !/\s|%20/.test(url), 'has a space in it')
  .refine((url) => /^https?:\/\//i.test(url) && URL.canParse(url), 'must be an http or https address');

const trainingShape = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(100, 'is longer than 100 characters'),
  voice_urls: z.array(sampleUrl).min(1, 'must hold 1–10 addresses').max(10, 'must hold 1–10 addresses'),
  model: z.enum(A2E_MODELS, `must be one of ${A2E_MODELS.join(', ')}`),
  language: z.string().min(1).max(35),
  gender: z.enum(['female', 'male'], 'must be female or male'),
});

export interface VoiceCallsOptions {
  readonly shelf: VoiceShelf;
  readonly uploads: Uploads;
  readonly references: Pick<References, 'remove'>;
  readonly training: Training;
  readonly purse: Pick<Purse, 'take'>;
  readonly now: () => number;
}

/** A voice that is to be made of samples. */
export interface NewShelfVoice
  extends Pick<ShelfVoice, 'name' | 'model' | 'language' | 'gender' | 'stockVoice'> {
  /** Of its samples, here or elsewhere. */
  readonly urls: readonly string[];
}

/** The calls about voices (`userVoice/…`). */
export interface VoiceCalls {
  train(body: Record<string, unknown>): Promise<Answer>;
  /** Takes the price, puts the voice on the shelf and begins to train it; answers its record, or why not. */
  begin(voice: NewShelfVoice): Promise<Answer>;
  completed(): Answer;
  /**
   * Voices `sent` and `processing`, and those that failed: a client that lost the id of its training finds out here
   * what became of it.
   */
  unfinished(): Answer;
  one(id: string): Answer;
  /** Deletes a voice, and those of its samples that no other voice uses. */
  remove(id: string): Promise<Answer>;
}

/** Makes the calls about voices over a shelf, a store of samples and the background training. */
export function makeVoiceCalls(options: VoiceCallsOptions): VoiceCalls {
  const { shelf, uploads, references, training, purse, now } = options;
  const record = (voice: ShelfVoice) => wireVoice(voice, uploads);
  const begin = async ({ urls, ...rest }: NewShelfVoice): Promise<Answer> => {
    const samples = await Promise.all(urls.map(async (url) => (await uploads.ownPath(url)) ?? url));
    const at = now();
    const voice: ShelfVoice = {
      ...{ ...rest, id: newId(at), samples },
      ...{ status: 'sent', createdAt: at, updatedAt: at },
    };
    const paid = await purse.take(TRAINING_COINS);
    if ('refusal' in paid) return paid.refusal;
    const written = await shelf.put(voice);
    if (!written.ok) await paid.giveBack();
    if (!written.ok) return refused(500, 'The voice could not be written to disk.', CODES.notWritten);
    training.begin(voice.id);
    return answered(record(voice));
  };
  return {
    begin,
    async train(body) {
      const parsed = parseBody(trainingShape, body);
      if ('refusal' in parsed) return parsed.refusal;
      const { voice_urls: urls, ...rest } = parsed.value;
      const language = primaryLanguage(rest.language);
      return refuseLanguage(rest.model, language) ?? begin({ ...rest, urls, language });
    },

    completed: () => answered(shelf.list().filter(isCompleted).map(record)),

    unfinished: () =>
      answered(
        shelf
          .list()
          .filter((voice) => !isCompleted(voice))
          .map(record),
      ),

    one(id) {
      const voice = shelf.get(id);
      return voice ? answered(record(voice)) : notFound();
    },

    async remove(id) {
      const voice = shelf.get(id);
      if (!voice) return notFound();
      training.drop(id);
      const removed = await shelf.remove(id);
      if (!removed.ok) return refused(500, 'The change could not be written to disk.', CODES.notWritten);
      await references.remove(id);
      const used = new Set(shelf.list().flatMap(({ samples }) => samples));
      for (const sample of voice.samples) if (!used.has(sample)) await uploads.remove(sample);
      return answered({ _id: id });
    },
  };
}

function refuseLanguage(model: ShelfVoice['model'], language: string): Answer | undefined {
  if (!MODEL_LANGUAGES[model].includes(language))
    return refused(
      400,
      `language: the engine ${model} has no ${languageName(language)}; it has ${MODEL_LANGUAGES[model].join(', ')}.`,
      CODES.fieldNotValid,
    );
  if (!SPOKEN_LANGUAGES.includes(language))
    return refused(400, languageRefusal(language), CODES.languageNotSpoken);
  return undefined;
}

function wireVoice(voice: ShelfVoice, uploads: Pick<Uploads, 'urlOf'>): WireVoice {
  return {
    _id: voice.id,
    name: voice.name,
    voice_urls: voice.samples.map((sample) => (sample.startsWith('/') ? uploads.urlOf(sample) : sample)),
    model: voice.model,
    lang: voice.language,
    gender: voice.gender,
    current_status: voice.status,
    createdAt: new Date(voice.createdAt).toISOString(),
    updatedAt: new Date(voice.updatedAt).toISOString(),
    ...(isCompleted(voice) && voice.stockVoice ? { stock_voice: voice.stockVoice } : {}),
    ...(voice.failure ? { failed_code: voice.failure.code, failed_message: voice.failure.message } : {}),
  };
}

/** 24 hex digits that begin with the seconds since 1970, as A2E's (MongoDB's) ids do. */
function newId(at: number): string {
  const seconds = Math.floor(at / 1000)
    .toString(16)
    .padStart(8, '0')
    .slice(-8);
  return seconds + randomBytes(8).toString('hex');
}

function isCompleted(voice: ShelfVoice): boolean {
  return voice.status === 'completed';
}

function notFound(): Answer {
  return refused(404, 'There is no such voice.');
}
