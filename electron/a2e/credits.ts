import { ok } from '../result.ts';
import type { A2eResult, Credits } from './client.ts';
import type { Connection } from './connection.ts';
import { ENDPOINTS } from './endpoints.ts';
import { badAnswer } from './envelope.ts';
import { asFields, asNumber } from './json-fields.ts';
import { request } from './request.ts';

/** What is on the account. Fails like any call; `bad-answer` where no number of coins is told. */
export async function readCredits(connection: Connection, signal?: AbortSignal): Promise<A2eResult<Credits>> {
  const answer = await request(connection, { endpoint: ENDPOINTS.credits, signal });
  if (!answer.ok) return answer;
  const coins = asNumber(asFields(answer.value.data)?.['coins']);
  return coins === undefined ? badAnswer(answer.value, 'no number of coins') : ok({ coins });
}
