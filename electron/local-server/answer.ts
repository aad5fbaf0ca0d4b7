import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { CODE_MODEL_MISSING, type WireEnvelope } from '../a2e/wire.ts';

/**
 * Codes of refused calls, beside the HTTP codes 400–413 that stand for themselves. `occupied` is A2E's own; the others
 * are this server's, as A2E publishes no list.
 */
export const CODES = {
  occupied: 1001,
  fieldNotValid: 4001,
  languageNotSpoken: 4002,
  textTooLong: 4003,
  nothingToSay: 4004,
  voiceNotReady: 4005,
  synthesizerFailed: 5001,
  synthesizerTooSlow: 5002,
  notWritten: 5003,
  modelMissing: CODE_MODEL_MISSING,
} as const;

/** What a call is answered with, before it is put on the wire. */
export interface Answer {
  /** HTTP status. */
  readonly status: number;
  readonly envelope: WireEnvelope;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Success. `more` stands beside `data` in the envelope. */
export function answered(data: unknown, more: Pick<WireEnvelope, 'stock_voice'> = {}): Answer {
  return { status: 200, envelope: { code: 0, data, ...more } };
}

/** Failure with a proper HTTP status; `code` is the status itself where no finer one is given. `msg` is for people. */
export function refused(status: number, msg: string, code: number = status): Answer {
  return { status, envelope: { code, msg } };
}

/** Puts an answer on the wire as `{code, data | msg, trace_id}`; without the body where `head` is true. */
export function sendAnswer(response: ServerResponse, answer: Answer, head = false): void {
  const body = Buffer.from(JSON.stringify({ ...answer.envelope, trace_id: randomUUID() }));
  response.writeHead(answer.status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...answer.headers,
  });
  response.end(head ? undefined : body);
}
