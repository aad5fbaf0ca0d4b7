import type { RemoteVoice } from './client.ts';
import { COMPLETED_WORDS, FAILED_WORDS, SPELLINGS } from './endpoints.ts';
import { asFields, asList, asNumber, type Fields, firstText, present, withInner } from './json-fields.ts';

type Scrub = (text: string) => string;

/** The one record that an answer holds: its `data`, or what was wrapped in it once more or put into a list of one. */
export function readOneVoice(data: unknown, scrub: Scrub): RemoteVoice | undefined {
  const [outer, ...inner] = withInner(data);
  // What is further in may be something else with an id, such as the account.
  const records = inner.filter((fields) => firstText(fields, ['current_status']) !== undefined);
  return readVoice(outer, scrub) ?? readVoice(records[0], scrub);
}

/** One record of a voice from the wire; undefined where it has no id, because nothing can be done with it then. */
function readVoice(value: unknown, scrub: Scrub): RemoteVoice | undefined {
  const record = asFields(value);
  const id = record && firstText(record, SPELLINGS.id);
  if (record === undefined || id === undefined) return undefined;
  const wireStatus = scrub(firstText(record, ['current_status']) ?? '').slice(0, 40);
  const status = readStatus(wireStatus);
  return {
    id,
    name: firstText(record, ['name']) ?? '',
    sampleUrls: readTexts(record['voice_urls']),
    status,
    wireStatus,
    ...present({
      model: firstText(record, ['model']),
      language: firstText(record, SPELLINGS.language),
      gender: firstText(record, ['gender']),
      speakerId: firstText(record, ['speaker_id']),
      failure: status === 'failed' ? readFailure(record, scrub) : undefined,
      stock: firstText(record, ['stock_voice']),
      createdAt: readTime(firstText(record, ['createdAt'])),
    }),
  };
}

/** A list of records, and whether it is all there is; undefined where there is no list. */
export function readVoiceList(
  data: unknown,
  scrub: Scrub,
): { readonly voices: readonly RemoteVoice[]; readonly isWhole: boolean } | undefined {
  const list = asList(data, SPELLINGS.list);
  if (list === undefined) return undefined;
  const once = remembering(scrub);
  const voices = list.map((item) => readVoice(item, once)).filter((voice) => voice !== undefined);
  // A list that names a larger total comes in pages: what is not on this one may be on the next.
  const total = asNumber(asFields(data)?.['total']) ?? list.length;
  return { voices, isWhole: total <= list.length };
}

/** The same, each text once: ten thousand records hold a handful of words between them. */
function remembering(scrub: Scrub): Scrub {
  const known = new Map<string, string>();
  return (text) => {
    const clean = known.get(text) ?? scrub(text);
    known.set(text, clean);
    return clean;
  };
}

function readTime(text: string | undefined): number | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : at;
}

function readStatus(word: string): RemoteVoice['status'] {
  const lower = word.toLowerCase();
  if (COMPLETED_WORDS.includes(lower)) return 'completed';
  return FAILED_WORDS.includes(lower) ? 'failed' : 'running';
}

function readFailure(record: Fields, scrub: Scrub): string | undefined {
  const words = firstText(record, ['failed_message']);
  if (words !== undefined) return scrub(words);
  const code = record['failed_code'];
  return typeof code === 'string' || typeof code === 'number' ? scrub(`code ${code}`) : undefined;
}

function readTexts(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string' && item !== '') as string[];
}
