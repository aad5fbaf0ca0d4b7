import { fail } from '../result.ts';
import type { A2eResult } from './client.ts';
import type { Connection } from './connection.ts';
import { pause } from './deadline.ts';
import { type Endpoint, endpointUrl, type Form, type Named } from './endpoints.ts';
import { type Answer, readEnvelope } from './envelope.ts';
import { exchange, type Reply } from './exchange.ts';
import { isUnknownForm } from './forms.ts';
import { cleanToken } from './token.ts';

/** More than any list of voices; a server that sends more is not one. */
const MAX_JSON_BYTES = 5_000_000;

export interface Call extends Named {
  readonly endpoint: Endpoint;
  /** What is sent as JSON, for POST. */
  readonly body?: object;
  readonly signal?: AbortSignal | undefined;
}

/** A pause that the server asks for and that is no longer than this, in milliseconds, is made where asking again is free. */
const SHORT_PAUSE_MS = 3_000;

/**
 * One call of the API, to the base URL and nowhere else, with the token. Sent at most once in each of its forms, the next
 * one only where the server does not know the one before; a GET once more after a short pause that the server asked for. Answers what stood in the envelope. Fails with any code but
 * `upload-refused`, `sample-unreachable` and `download-broken`.
 */
export async function request(connection: Connection, call: Call): Promise<A2eResult<Answer>> {
  const [usual = call.endpoint, ...others] = connection.forms.inOrder(call.endpoint);
  let first = await requestIn(connection, call, usual);
  if (usual.method === 'GET' && !first.ok && first.fault.code === 'rate-limited') {
    const { retryAfterMs = Number.POSITIVE_INFINITY } = first.fault;
    if (retryAfterMs <= SHORT_PAUSE_MS) {
      await pause(retryAfterMs, call.signal);
      first = await requestIn(connection, call, usual);
    }
  }
  if (!isUnknownForm(first)) return first;
  for (const form of others) {
    const answer = await requestIn(connection, call, form);
    if (isUnknownForm(answer)) continue;
    if (answer.ok) connection.forms.remember(call.endpoint, form);
    return answer;
  }
  return first;
}

async function requestIn(connection: Connection, call: Call, form: Form): Promise<A2eResult<Answer>> {
  const { endpoint, body, signal } = call;
  const token = cleanToken(connection.token());
  if (!token.ok) return token;
  const url = endpointUrl(connection.baseUrl, form, call);
  if (url === undefined)
    return fail('not-found', {
      detail: 'the address of the server is no web address, or the id cannot be part of one',
    });

  const sent = form.method === 'POST' ? body : undefined;
  const reply = await exchange(connection.fetch, {
    url,
    method: form.method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token.value}`,
      'x-lang': connection.language,
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: sent === undefined ? undefined : JSON.stringify(sent),
    withinMs: connection.timeouts[endpoint.within],
    maxBytes: MAX_JSON_BYTES,
    signal,
  });
  if (!reply.ok) return reply;
  const { status } = reply.value;
  // A browser's fetch hides a redirect it did not follow behind status 0; Node's shows it as it is.
  if (status === 0 || (status >= 300 && status < 400)) return redirected(url, reply.value);
  return readEnvelope(reply.value, { endpoint, now: connection.now(), scrub: connection.scrub });
}

/** Not followed. Says which server it would have led to, and no more of the address: the rest may be a secret. */
function redirected(url: URL, { status, headers }: Reply) {
  const location = headers.get('location') ?? '';
  const to = URL.canParse(location, url.href) ? new URL(location, url).origin : undefined;
  const facts = to === undefined ? {} : { facts: { to } };
  return fail('redirected', { detail: `${url.host} sends elsewhere; not followed`, status, ...facts });
}
