import { ok } from '../result.ts';
import type { A2eResult, PublicVoice, RemoteLanguage } from './client.ts';
import type { Connection } from './connection.ts';
import { ENDPOINTS, SPELLINGS } from './endpoints.ts';
import { badAnswer } from './envelope.ts';
import { asFields, asList, asNumber, firstText, present } from './json-fields.ts';
import { request } from './request.ts';

/** The server's own voices for a language (`country`, such as `en`) and region (`US`); all of them without. */
export async function listPublicVoices(
  connection: Connection,
  filter: { readonly country?: string; readonly region?: string },
  signal?: AbortSignal,
): Promise<A2eResult<readonly PublicVoice[]>> {
  const answer = await request(connection, {
    endpoint: ENDPOINTS.publicVoices,
    query: { ...filter },
    signal,
  });
  if (!answer.ok) return answer;
  const groups = asList(answer.value.data, SPELLINGS.list);
  return groups === undefined ? badAnswer(answer.value, 'no list of voices') : ok(groups.flatMap(readGroup));
}

/** A group of one gender; an entry without children is a voice itself. */
function readGroup(value: unknown): readonly PublicVoice[] {
  const group = asFields(value) ?? {};
  if (!Array.isArray(group['children'])) return readPublicVoice(value, undefined);
  const word = (firstText(group, ['value', 'label']) ?? '').toLowerCase();
  const gender = /^(female|woman|女)/.test(word)
    ? 'female'
    : /^(male|man|男)/.test(word)
      ? 'male'
      : undefined;
  return group['children'].flatMap((child: unknown) => readPublicVoice(child, gender));
}

function readPublicVoice(value: unknown, gender: PublicVoice['gender']): readonly PublicVoice[] {
  const fields = asFields(value) ?? {};
  const id = firstText(fields, ['value', ...SPELLINGS.id]);
  if (id === undefined) return [];
  const rate = asNumber(fields['ttsRate']);
  const stock = firstText(fields, ['stock_voice']);
  return [{ id, name: firstText(fields, ['label', 'name']) ?? id, ...present({ gender, rate, stock }) }];
}

/** The languages the server offers. */
export async function listLanguages(
  connection: Connection,
  signal?: AbortSignal,
): Promise<A2eResult<readonly RemoteLanguage[]>> {
  const answer = await request(connection, { endpoint: ENDPOINTS.languages, body: {}, signal });
  if (!answer.ok) return answer;
  const list = asList(answer.value.data, SPELLINGS.list);
  if (list === undefined) return badAnswer(answer.value, 'no list of languages');
  return ok(list.flatMap(readLanguage));
}

function readLanguage(value: unknown): readonly RemoteLanguage[] {
  if (typeof value === 'string') return [{ code: value, name: value }];
  const fields = asFields(value) ?? {};
  const code = firstText(fields, ['value', 'code']);
  return code === undefined ? [] : [{ code, name: firstText(fields, ['label', 'name']) ?? code }];
}

/** The language of a text as the server tells it, such as `en`; `und` where it says nothing of use. */
export async function detectLanguage(
  connection: Connection,
  text: string,
  signal?: AbortSignal,
): Promise<A2eResult<string>> {
  const answer = await request(connection, {
    endpoint: ENDPOINTS.detectLanguage,
    body: { msg: text },
    signal,
  });
  if (!answer.ok) return answer;
  const { data } = answer.value;
  const fields = asFields(data);
  const code = typeof data === 'string' ? data : fields && firstText(fields, ['lang', 'language', 'value']);
  return ok(code && /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(code) ? code : 'und');
}
