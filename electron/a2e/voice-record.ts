import type { RemoteVoice } from './client.ts';
import { COMPLETED_WORDS, FAILED_WORDS, SPELLINGS } from './endpoints.ts';
import { asFields, asNumber, type Fields, firstText, present } from './json-fields.ts';

type Scrub = (text: string) => string;

/** One record of a voice from the wire; undefined where it has no `_id`, because nothing can be done with it then. */
export function readVoice(value: unknown, scrub: Scrub): RemoteVoice | undefined {
  const record = asFields(value);
  const id = record && firstText(record, ['_id']);
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
  const wrapper = asFields(data);
  const list = Array.isArray(data) ? data : SPELLINGS.list.map((name) => wrapper?.[name]).find(Array.isArray);
  if (list === undefined) return undefined;
  const voices = list.map((item) => readVoice(item, scrub)).filter((voice) => voice !== undefined);
  // A list that names a larger total comes in pages: what is not on this one may be on the next.
  const total = asNumber(wrapper?.['total']) ?? list.length;
  return { voices, isWhole: total <= list.length };
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
