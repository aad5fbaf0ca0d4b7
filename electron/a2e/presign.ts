import { ok } from '../result.ts';
import type { A2eResult, SampleUpload } from './client.ts';
import type { Connection } from './connection.ts';
import { ENDPOINTS, publicUploadUrl, SPELLINGS } from './endpoints.ts';
import { type Answer, badAnswer } from './envelope.ts';
import { asNumber, asWebAddress, type Fields, firstText, present, withInner } from './json-fields.ts';
import { request } from './request.ts';

/** A link that takes one upload without a token (its query is the credential), and where the upload can be read then. */
export interface UploadLink {
  readonly putTo: URL;
  readonly publicUrl: string;
  /** When it stops working, by `performance.now()`; absent where the server did not say. */
  readonly until?: number;
}

/** Asks for an upload link. Fails like any call, and with `bad-answer` where link or public address cannot be used. */
export async function askForLink(
  connection: Connection,
  sample: SampleUpload,
  signal?: AbortSignal,
): Promise<A2eResult<UploadLink>> {
  const body = { key: sample.key, contentType: sample.contentType, contentLength: sample.body.byteLength };
  const answer = await request(connection, { endpoint: ENDPOINTS.presign, body, signal });
  return answer.ok ? readLink(answer.value, connection.baseUrl) : answer;
}

function readLink(answer: Answer, baseUrl: string): A2eResult<UploadLink> {
  const data = withInner(answer.data).find((fields) => firstText(fields, SPELLINGS.uploadLink)) ?? {};
  const putTo = asWebAddress(firstText(data, SPELLINGS.uploadLink), baseUrl);
  if (putTo === undefined) return badAnswer(answer, 'no link to upload to');
  if (putTo.protocol === 'http:' && asWebAddress(baseUrl)?.protocol === 'https:')
    return badAnswer(answer, 'the link to upload to would send the recording unencrypted');
  const publicUrl = readPublicUrl(data, baseUrl);
  if (publicUrl === undefined) return badAnswer(answer, 'no public address for the upload');
  const seconds = SPELLINGS.linkSeconds.map((name) => asNumber(data[name])).find((one) => one !== undefined);
  const until = seconds === undefined ? undefined : performance.now() + seconds * 1000;
  return ok({ putTo, publicUrl, ...present({ until }) });
}

/** `cdnUrl` when given, else made of the bucket and the key as they were returned, which may differ from those asked for. */
function readPublicUrl(data: Fields, baseUrl: string): string | undefined {
  const given = firstText(data, SPELLINGS.publicLink)?.trim();
  if (given?.startsWith('/')) return asWebAddress(given, baseUrl)?.href;
  if (given !== undefined) return asWebAddress(given) && given;
  const bucket = firstText(data, ['bucket']);
  const key = firstText(data, ['key']);
  if (bucket === undefined || key === undefined || !/^[a-z0-9][a-z0-9-]*$/i.test(bucket)) return undefined;
  if (!/^[\x20-\x7e]+$/.test(key)) return undefined;
  return asWebAddress(publicUploadUrl(bucket, key))?.href;
}
