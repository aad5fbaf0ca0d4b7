import { fail, ok } from '../result.ts';
import type { A2eResult } from './client.ts';
import { CODE_OCCUPIED, CREDIT_WORDS, type Endpoint, SPELLINGS } from './endpoints.ts';
import type { Reply } from './exchange.ts';
import type { A2eFaultCode } from './faults.ts';
import { asFields, asNumber, type Fields, firstText, present } from './json-fields.ts';
import { readRetryAfter } from './retry-after.ts';
import { CODE_MODEL_MISSING } from './wire.ts';

/** A success: what stood in `data`, and what belongs to the answer as a whole. */
export interface Answer {
  readonly data: unknown;
  readonly status: number;
  readonly traceId?: string;
  /** `stock_voice` beside `data`: Timbre's own addition, the server on this computer sends it. */
  readonly stock?: string;
}

export interface EnvelopeOptions {
  readonly endpoint: Pick<Endpoint, 'bare' | 'emptyIsDone'>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Takes secrets out of a server's words. */
  readonly scrub: (text: string) => string;
}

/**
 * Opens the envelope of an answer. Success is a 2xx with `code` 0 [doc]. `"0"` counts as 0. 200 counts too, but only
 * with `data`: gateways of this kind put the HTTP status there, and `{code:200,msg:"…"}` alone says nothing was done.
 * A failure may come as an HTTP status, as a `code` in a 200, or as both; its words in `msg` or `message` [seen].
 */
export function readEnvelope(reply: Reply, options: EnvelopeOptions): A2eResult<Answer> {
  const { status } = reply;
  const isFine = status >= 200 && status < 300;
  if (isFine && options.endpoint.emptyIsDone && reply.body.length === 0)
    return ok({ data: undefined, status });

  const body = readObject(reply);
  if (typeof body === 'string') {
    const code = failureByNumber(status, undefined) ?? 'bad-answer';
    return fail(code, { detail: `status ${status}, ${body}`, status, ...retryAfter(code, reply, options) });
  }

  const traceId = traceOf(body, options.scrub);
  const code = asNumber(body['code']);
  const isSuccess = code === 0 || (code === 200 && body['data'] != null);
  if (isFine && isSuccess)
    return ok({
      data: body['data'],
      status,
      ...present({ traceId, stock: firstText(body, ['stock_voice']) }),
    });
  if (isFine && body['code'] === undefined && options.endpoint.bare)
    return ok({ data: body, status, ...present({ traceId }) });
  if (isFine && code === undefined)
    return fail('bad-answer', { detail: 'an answer without a code', status, ...present({ traceId }) });
  return failure(reply, body, options);
}

/** A fault for an answer that was a success but does not hold what it should. */
export function badAnswer(answer: Answer, detail: string) {
  const { status, traceId } = answer;
  return fail('bad-answer', { detail, status, ...present({ traceId }) });
}

function failure(reply: Reply, body: Fields, options: EnvelopeOptions) {
  const { status } = reply;
  const number = asNumber(body['code']);
  const words = options.scrub(firstText(body, SPELLINGS.words) ?? '');
  const code = failureCode(status, number, words);
  const detail = words || `status ${status}${number === undefined ? '' : `, code ${number}`}, no words`;
  return fail(code, {
    detail,
    status,
    ...present({ traceId: traceOf(body, options.scrub) }),
    ...retryAfter(code, reply, options),
    ...(number === undefined ? {} : { facts: { serverCode: number } }),
  });
}

/**
 * Words about credits are believed below 500 only: a server that broke may have broken after it charged. They count more
 * than 401 and 403, which some gateways answer to an empty account too.
 */
function failureCode(status: number, number: number | undefined, words: string): A2eFaultCode {
  const known = failureByNumber(status, number);
  if ((known === undefined || known === 'token-refused') && CREDIT_WORDS.test(words)) return 'out-of-credits';
  return known ?? 'refused';
}

function failureByNumber(status: number, number: number | undefined): A2eFaultCode | undefined {
  const is = (wanted: number) => status === wanted || number === wanted;
  if (number === CODE_OCCUPIED) return 'occupied';
  if (number === CODE_MODEL_MISSING) return 'model-missing';
  if (status === 407 || status === 511) return 'proxy';
  if (is(402)) return 'out-of-credits';
  if (is(401) || is(403)) return 'token-refused';
  if (is(429)) return 'rate-limited';
  if (status >= 500 || (number !== undefined && number >= 500 && number <= 599)) return 'server-error';
  if (is(404)) return 'not-found';
  return undefined;
}

function retryAfter(code: A2eFaultCode, { headers }: Reply, { now }: EnvelopeOptions) {
  const waits = code === 'rate-limited' || code === 'server-error' || code === 'occupied';
  return waits ? present({ retryAfterMs: readRetryAfter(headers, now) }) : {};
}

function traceOf(body: Fields, scrub: (text: string) => string): string | undefined {
  const trace = firstText(body, ['trace_id']);
  return trace === undefined ? undefined : scrub(trace).slice(0, 100);
}

/** The object that was sent, or what is wrong with it. */
function readObject({ body }: Reply): Fields | string {
  if (body === 'too-large') return 'an answer too large to be one';
  const text = new TextDecoder().decode(body).trim();
  if (text === '') return 'an empty answer';
  if (text.startsWith('<')) return 'a web page instead of JSON';
  try {
    return asFields(JSON.parse(text)) ?? 'JSON, but not an object';
  } catch {
    return 'not JSON, or cut off';
  }
}
