import { ok } from '../result.ts';
import type { A2eResult, SampleUpload } from './client.ts';
import type { Connection } from './connection.ts';
import { type Endpoint, PRESIGN_FORMS, publicUploadUrl } from './endpoints.ts';
import { type Answer, badAnswer } from './envelope.ts';
import { asFields, asWebAddress, type Fields, firstText } from './json-fields.ts';
import { request } from './request.ts';

/** A link that takes one upload without a token (its query is the credential), and where the upload can be read then. */
export interface UploadLink {
  readonly putTo: URL;
  readonly publicUrl: string;
}

export type AskForLink = (sample: SampleUpload, signal?: AbortSignal) => Promise<A2eResult<UploadLink>>;

/**
 * Asks for upload links. Servers know one of two forms; the one that answered is remembered for as long as this client
 * lives. Fails like any call, and with `bad-answer` where the link or the public address cannot be used.
 */
export function createAskForLink(connection: Connection): AskForLink {
  let known: Endpoint = PRESIGN_FORMS[0];
  return async (sample, signal) => {
    const body = { key: sample.key, contentType: sample.contentType, contentLength: sample.bytes.length };
    const forms = [known, ...PRESIGN_FORMS.filter((form) => form !== known)];
    let answer = await request(connection, { endpoint: known, body, signal });
    for (const form of forms.slice(1)) {
      if (!isUnknownCall(answer)) break;
      answer = await request(connection, { endpoint: form, body, signal });
      if (answer.ok) known = form;
    }
    return answer.ok ? readLink(answer.value, connection.baseUrl) : answer;
  };
}

function isUnknownCall(answer: A2eResult<Answer>): boolean {
  return !answer.ok && (answer.fault.code === 'not-found' || answer.fault.status === 405);
}

function readLink(answer: Answer, baseUrl: string): A2eResult<UploadLink> {
  const data = asFields(answer.data) ?? {};
  const putTo = asWebAddress(firstText(data, ['uploadUrl']));
  if (putTo === undefined) return badAnswer(answer, 'no link to upload to');
  if (putTo.protocol === 'http:' && asWebAddress(baseUrl)?.protocol === 'https:')
    return badAnswer(answer, 'the link to upload to would send the recording unencrypted');
  const publicUrl = readPublicUrl(data);
  if (publicUrl === undefined) return badAnswer(answer, 'no public address for the upload');
  return ok({ putTo, publicUrl });
}

/** `cdnUrl` when given, else made of the bucket and the key as they were returned, which may differ from those asked for. */
function readPublicUrl(data: Fields): string | undefined {
  const given = firstText(data, ['cdnUrl']);
  if (given !== undefined) return asWebAddress(given) && given.trim();
  const bucket = firstText(data, ['bucket']);
  const key = firstText(data, ['key']);
  if (bucket === undefined || key === undefined || !/^[a-z0-9][a-z0-9-]*$/i.test(bucket)) return undefined;
  if (!/^[\x20-\x7e]+$/.test(key)) return undefined;
  return asWebAddress(publicUploadUrl(bucket, key))?.href;
}
