import { ok } from '../result.ts';
import type { A2eResult, Credits } from './client.ts';
import type { Connection } from './connection.ts';
import { ENDPOINTS } from './endpoints.ts';
import { badAnswer } from './envelope.ts';
import { asNumber, withInner } from './json-fields.ts';
import { request } from './request.ts';

/** What is on the account. Fails like any call; `bad-answer` where no number of coins is told. */
export async function readCredits(connection: Connection, signal?: AbortSignal): Promise<A2eResult<Credits>> {
  const answer = await request(connection, { endpoint: ENDPOINTS.credits, signal });
  if (!answer.ok) return answer;
  const { data } = answer.value;
  const told = withInner(data).map((fields) => asNumber(fields['coins']));
  const coins = told.find((number) => number !== undefined);
  return coins === undefined ? badAnswer(answer.value, 'no number of coins') : ok({ coins });
}
