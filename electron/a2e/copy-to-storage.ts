import { ok } from '../result.ts';
import type { A2eResult } from './client.ts';
import type { Connection } from './connection.ts';
import { ENDPOINTS } from './endpoints.ts';
import { badAnswer } from './envelope.ts';
import { asWebAddress, firstTextIn, withInner } from './json-fields.ts';
import { request } from './request.ts';

/** Has the server copy a file from a public address into its own storage; answers where it can be read then. */
export async function copyToStorage(
  connection: Connection,
  from: string,
  signal?: AbortSignal,
): Promise<A2eResult<{ readonly url: string }>> {
  const answer = await request(connection, {
    endpoint: ENDPOINTS.copyToStorage,
    body: { url: from },
    signal,
  });
  if (!answer.ok) return answer;
  const { data } = answer.value;
  const link = typeof data === 'string' ? data : firstTextIn(withInner(data), ['url']);
  const url = asWebAddress(link, connection.baseUrl)?.href;
  return url === undefined ? badAnswer(answer.value, 'no address of the copy') : ok({ url });
}
