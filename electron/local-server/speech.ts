import { randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../disk/write-atomic.ts';
import { type Fault, fail, ok, type Result } from '../result.ts';
import { type Answer, answered, CODES, refused } from './answer.ts';
import { hasWords } from './flite-text.ts';
import { languageRefusal, primaryLanguage, SPOKEN_LANGUAGES } from './languages.ts';
import type { Cloner } from './pocket/cloner.ts';
import { serveFile } from './public-files.ts';
import { type Purse, speechCoins } from './purse.ts';
import type { References } from './references.ts';
import { parseBody } from './request-body.ts';
import type { Call, RawCall } from './router.ts';
import { STOCK_VOICES, type StockVoiceName } from './stock-voices.ts';
import type { Synthesizer, SynthesizerFault } from './synthesizer.ts';
import { classifyLanguage, wordNotLatin } from './text-language.ts';
import type { VoiceShelf } from './voice-shelf.ts';

/** The longest text of one call, in characters [doc]. */
export const MAX_TEXT = 1000;

/** Links to speech die after this long, as A2E's do. */
const SPEECH_KEPT_MS = 7 * 24 * 3600 * 1000;
const SPEECH_FILE = /^[0-9a-f]{32}\.wav$/;

const speechShape = z.object({
  msg: z.string(),
  user_voice_id: z.string().optional(),
  tts_id: z.string().optional(),
  country: z.string().max(35).optional(),
  region: z.string().max(35).optional(),
  speechRate: z.number().min(0.5, 'must be 0.5–2').max(2, 'must be 0.5–2').default(1),
});
type SpeechBody = z.infer<typeof speechShape>;

export interface SpeechCallsOptions {
  /** Where speech is kept. */
  readonly folder: string;
  readonly origin: string;
  readonly shelf: Pick<VoiceShelf, 'get'>;
  readonly synthesizer: Synthesizer;
  readonly cloner?: Pick<Cloner, 'speak'> | undefined;
  readonly references: Pick<References, 'get'>;
  readonly purse: Pick<Purse, 'take'>;
}

/** The calls about speech. */
export interface SpeechCalls {
  /** `video/send_tts`: `data` is the address of a WAV file; `stock_voice` says which of them spoke, if it was no clone. */
  speak(call: Pick<Call, 'body' | 'gone'>): Promise<Answer>;
  serve(call: RawCall): Promise<Answer | undefined>;
}

/** Makes the calls about speech over a synthesizer. */
export function makeSpeechCalls(options: SpeechCallsOptions): SpeechCalls {
  const { folder, origin, shelf, purse } = options;
  return {
    async speak({ body, gone }) {
      const parsed = parseBody(speechShape, body);
      if ('refusal' in parsed) return parsed.refusal;
      const refusal = refuseText(parsed.value.msg);
      if (refusal) return refusal;
      const chosen = chooseVoice(parsed.value, shelf);
      if (!chosen.ok) return chosen.fault.answer;
      const { msg: text, speechRate: rate } = parsed.value;
      const paid = await purse.take(speechCoins(text));
      if ('refusal' in paid) return paid.refusal;
      const spoken = await speakWith(chosen.value, { ...options, text, rate, gone });
      if (!spoken.ok) {
        await paid.giveBack();
        return refuseSynthesizer(spoken.fault);
      }
      const name = `${randomBytes(16).toString('hex')}.wav`;
      try {
        await writeAtomic(join(folder, name), spoken.value);
      } catch {
        await paid.giveBack();
        return refused(500, 'The speech could not be written to disk.', CODES.notWritten);
      }
      const { stock } = chosen.value;
      return answered(`${origin}/files/speech/${name}`, stock ? { stock_voice: stock } : {});
    },

    async serve({ request, response, rest: name }) {
      if (!SPEECH_FILE.test(name)) return refused(404, 'There is no such file.');
      return serveFile({ request, response }, { file: join(folder, name), contentType: 'audio/wav' });
    },
  };
}

/** At the start: removes speech older than 7 days and what a killed process left half written. */
export async function tidySpeech(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const { mtimeMs } = await stat(file);
    if (!SPEECH_FILE.test(name) || mtimeMs < now - SPEECH_KEPT_MS) await rm(file, { force: true });
  }
}

function refuseText(text: string): Answer | undefined {
  const length = [...text].length;
  if (length === 0) return refused(400, 'msg: the text is empty.', CODES.fieldNotValid);
  if (length > MAX_TEXT)
    return refused(
      400,
      `msg: ${length} characters; at most ${MAX_TEXT} are spoken at once.`,
      CODES.textTooLong,
    );
  const language = classifyLanguage(text);
  if (!SPOKEN_LANGUAGES.includes(language))
    return refused(
      400,
      language === 'und' ? 'Only text in Latin letters can be spoken here.' : languageRefusal(language),
      CODES.languageNotSpoken,
    );
  const foreign = wordNotLatin(text);
  if (foreign !== undefined)
    return refused(
      400,
      `“${foreign.slice(0, 40)}” is not in Latin letters, and this computer's stock voices speak English only.`,
      CODES.languageNotSpoken,
    );
  if (!hasWords(text))
    return refused(400, 'There is nothing to say in this text: no letter, no digit.', CODES.nothingToSay);
  return undefined;
}

/** A stock voice, or the id of a clone. */
type Speaker =
  | { readonly stock: StockVoiceName; readonly clone?: never }
  | { readonly clone: string; readonly stock?: never };

/** A clone is never spoken by anything but the model: without it the call fails. */
async function speakWith(
  { stock, clone }: Speaker,
  {
    synthesizer,
    cloner,
    references,
    text,
    rate,
    gone,
  }: SpeechCallsOptions & { text: string; rate: number; gone: AbortSignal },
): Promise<Result<Uint8Array<ArrayBuffer>, SynthesizerFault | 'model-missing'>> {
  if (stock) return synthesizer.speak({ text, voice: stock, rate }, gone);
  const reference = await references.get(clone);
  if (!reference) return fail('model-missing', { detail: 'what the voice sounds like is gone' });
  return cloner ? cloner.speak({ text, reference, rate }, gone) : fail('model-missing');
}

/** The fault carries the answer to send. */
type Chosen =
  | { readonly ok: true; readonly value: Speaker }
  | { readonly ok: false; readonly fault: { readonly answer: Answer } };

function chooseVoice(body: SpeechBody, shelf: Pick<VoiceShelf, 'get'>): Chosen {
  const { user_voice_id: cloneId, tts_id: ttsId } = body;
  if ((cloneId === undefined) === (ttsId === undefined))
    return refusal(
      refused(400, 'Exactly one of user_voice_id and tts_id must be given.', CODES.fieldNotValid),
    );
  if (ttsId !== undefined) {
    const stock = STOCK_VOICES.find((voice) => voice.ttsId === ttsId);
    return stock ? ok({ stock: stock.name }) : refusal(refused(404, 'tts_id: there is no such voice.'));
  }
  return chooseClone(cloneId ?? '', body, shelf);
}

function chooseClone(id: string, { country, region }: SpeechBody, shelf: Pick<VoiceShelf, 'get'>): Chosen {
  if (!country || !region)
    return refusal(refused(400, 'country and region must be given with user_voice_id.', CODES.fieldNotValid));
  const language = primaryLanguage(country);
  if (!SPOKEN_LANGUAGES.includes(language))
    return refusal(refused(400, languageRefusal(language), CODES.languageNotSpoken));
  const voice = shelf.get(id);
  if (!voice) return refusal(refused(404, 'user_voice_id: there is no such voice.'));
  if (voice.status === 'completed' && voice.stockVoice) return ok({ stock: voice.stockVoice });
  if (voice.status === 'completed' && voice.isClone) return ok({ clone: id });
  return refusal(
    refused(400, `This voice cannot speak yet: its status is ${voice.status}.`, CODES.voiceNotReady),
  );
}

function refusal(answer: Answer): Chosen {
  return { ok: false, fault: { answer } };
}

/** What a caller is told whose text could not be spoken. */
export function refuseSynthesizer(fault: Fault<SynthesizerFault | 'model-missing'>): Answer {
  switch (fault.code) {
    case 'model-missing':
      return refused(
        409,
        `This voice is a clone, and what it takes to speak it is not on this computer any more${fault.detail ? `: ${fault.detail}` : ''}.`,
        CODES.modelMissing,
      );
    case 'synthesizer-busy':
      return {
        ...refused(503, 'Too many texts are waiting to be spoken; try again in a moment.', CODES.occupied),
        headers: { 'Retry-After': '2' },
      };
    case 'synthesizer-too-slow':
      return refused(
        500,
        `The text could not be spoken within ${fault.facts?.['seconds'] ?? 'the'} seconds.`,
        CODES.synthesizerTooSlow,
      );
    case 'synthesizer-stopped':
      return refused(503, 'The server is being stopped.');
    default:
      return refused(500, 'This text could not be spoken.', CODES.synthesizerFailed);
  }
}
