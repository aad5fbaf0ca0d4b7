import type { Connect } from '../cloning/server.ts';
import type { Voice } from '../cloning/voice/voice.ts';
import type { LanguageDoubt } from '../contract/calls.ts';
import { classifyLanguage } from '../local-server/text-language.ts';
import type { DocumentLine } from '../speaking/documents/document.ts';
import { fitsLanguage } from '../speaking/text/language-fit.ts';
import { languageOfScript } from '../speaking/text/language-of-script.ts';

/** So much of what each voice is to say is looked at, in characters. */
const LOOK_AT = 1500;
/** A shorter text is not judged by its words: names and titles may be foreign. */
const FEWEST_WORDS = 6;
/** So long the server may take to say what it thinks, in milliseconds; nobody waits longer to have something spoken. */
const ASK_MS = 3000;
/** So many of a table's voices are looked at. */
const MOST_VOICES = 8;

export interface LanguageParts {
  readonly voices: readonly Voice[];
  readonly connect: Connect;
}

interface LanguageAsk {
  readonly voice: Voice;
  readonly rows: readonly Pick<DocumentLine, 'text' | 'voice'>[];
  /** As the document says, where it does; counts only where its words leave it open, for many say `en` of anything. */
  readonly said?: string | undefined;
}

/**
 * Which of the voices are asked for a text that looks to be in another language than theirs: told by its script and its
 * small words, and where these leave it open by the voice's server, if that answers in time. Empty where nothing is known
 * to be wrong; it never keeps anything from being spoken.
 */
export async function languageDoubts(
  { voice, rows, said }: LanguageAsk,
  parts: LanguageParts,
): Promise<readonly LanguageDoubt[]> {
  const byName = new Map(
    parts.voices.flatMap((each) => [
      [each.id, each],
      [each.name.toLowerCase(), each],
    ]),
  );
  const texts = new Map<Voice, string>();
  for (const row of rows) {
    const speaker = (row.voice && (byName.get(row.voice) ?? byName.get(row.voice.toLowerCase()))) || voice;
    const before = texts.get(speaker) ?? '';
    if (before.length < LOOK_AT) texts.set(speaker, `${before}${row.text.slice(0, LOOK_AT)}\n`);
  }
  const looked = await Promise.all(
    [...texts].slice(0, MOST_VOICES).map(async ([speaker, text]) => {
      const looks = await looksLike({ text: text.slice(0, LOOK_AT), voice: speaker, said }, parts.connect);
      return fitsLanguage(looks, speaker.language) ? [] : [{ voiceId: speaker.id, looks }];
    }),
  );
  return looked.flat();
}

interface Look {
  readonly text: string;
  readonly voice: Voice;
  readonly said: string | undefined;
}

async function looksLike({ text, voice, said }: Look, connect: Connect): Promise<string> {
  const script = languageOfScript(text);
  if (script !== 'und' && script !== 'ru') return script;
  const words = classifyLanguage(text);
  // `en` is also what it answers where it cannot tell.
  if (words !== 'en' || fitsLanguage('en', voice.language)) return words;
  const count = text.match(/\p{L}+/gu)?.length ?? 0;
  if (count < FEWEST_WORDS) return 'und';
  const told = await ask(text, voice, connect);
  return told === 'und' && said !== undefined ? said : told;
}

async function ask(text: string, voice: Voice, connect: Connect): Promise<string> {
  const connection = await connect(voice.server);
  if (!connection.ok) return 'und';
  const answer = await connection.value.client.detectLanguage(text, AbortSignal.timeout(ASK_MS));
  return answer.ok ? answer.value : 'und';
}
