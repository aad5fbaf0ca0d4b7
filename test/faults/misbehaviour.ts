import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Said, SIGNATURE } from './a2e-protocol.ts';

/** The ways in which an answer goes wrong. `done`: the server has done what it was asked before it misbehaves. */
export const MISBEHAVIOURS = {
  slow: { done: true },
  late: { done: true },
  'drop before reading': { done: false },
  'drop after reading': { done: false },
  'drop when done': { done: true },
  redirect: { done: false },
  '401': { done: false },
  '403': { done: false },
  '404': { done: false },
  '429, seconds': { done: false },
  '429, a date': { done: false },
  '500': { done: false },
  '500 when done': { done: true },
  '503': { done: false },
  '502, a web page': { done: false },
  '429 in 200': { done: false },
  'packed wrongly': { done: true },
  'text as type': { done: true },
  'a web page': { done: false },
  'a web page when done': { done: true },
  'nothing at all': { done: true },
  'cut off': { done: true },
  'half an answer, then silence': { done: true },
  'endless JSON': { done: true },
  'endless bytes': { done: false },
  'data as text': { done: true },
  'data as object': { done: true },
  'data as null': { done: true },
  'a refusal in 200': { done: false },
  'a full account as 401': { done: false },
  occupied: { done: false },
} as const satisfies Record<string, { readonly done: boolean }>;
export type Misbehaviour = keyof typeof MISBEHAVIOURS;

/** Clocks that differ by more than any pause: the date of a `Retry-After` must be read against the server's own. */
const SKEW_MS = 40 * 24 * 3600 * 1000;

/** Milliseconds after which `slow` and `late` answer. */
export const SLOW_MS = 40;
export const LATE_MS = 8_000;

const TRACE = '0af76519-16cd-43dd-8448-eb211c80319c';

/** Answers well. */
export function answerWell(said: Said, request: IncomingMessage, response: ServerResponse): void {
  if ('bytes' in said) {
    response.writeHead(200, { 'content-type': said.type, 'content-length': said.bytes.length });
    response.end(request.method === 'HEAD' ? undefined : said.bytes);
  } else if ('refusal' in said) json(response, said.refusal, { code: said.refusal, msg: said.msg });
  else json(response, 200, { code: 0, data: said.data });
}

/** Answers badly. What a server says of itself may hold secrets: a link with its query stands in the words. */
export function answerBadly(
  how: Misbehaviour,
  { said, request, response }: { said: Said; request: IncomingMessage; response: ServerResponse },
): void {
  const msg = `no: https://cdn.example/a?${SIGNATURE} ${request.headers.authorization ?? ''}`;
  const after = (ms: number) => {
    const timer = setTimeout(() => answerWell(said, request, response), ms);
    response.on('close', () => clearTimeout(timer));
  };
  // An answer to HEAD has no body that could be odd.
  const hasBody = request.method !== 'HEAD';
  switch (how) {
    case 'slow':
      after(SLOW_MS);
      break;
    case 'late':
      after(LATE_MS);
      break;
    case 'drop before reading':
      request.socket.resetAndDestroy();
      break;
    case 'drop after reading':
    case 'drop when done':
      request.socket.destroy();
      break;
    case 'redirect':
      response.writeHead(302, { location: `https://login.invalid/?ticket=${SIGNATURE}` }).end();
      break;
    case '401':
    case '403':
    case '404':
    case '500':
    case '503':
      json(response, Number(how), { code: Number(how), msg });
      break;
    case '500 when done':
      json(response, 500, { code: 500, msg });
      break;
    case '429, seconds':
      json(response, 429, { code: 429, msg }, { 'retry-after': '7' });
      break;
    case '429, a date': {
      const now = Date.now() + SKEW_MS;
      const at = new Date(now + 7000).toUTCString();
      json(response, 429, { code: 429, msg }, { 'retry-after': at, date: new Date(now).toUTCString() });
      break;
    }
    case '502, a web page':
      response.writeHead(502, { 'content-type': 'text/html' }).end(`<html>${msg}</html>`);
      break;
    case '429 in 200':
      json(response, 200, { code: 429, msg }, { 'retry-after': '7' });
      break;
    case 'packed wrongly':
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(hasBody ? '{"code":0,"data":null}' : undefined);
      break;
    case 'text as type':
      if ('data' in said) json(response, 200, { code: 0, data: said.data }, { 'content-type': 'text/plain' });
      else answerWell(said, request, response);
      break;
    case 'a web page':
    case 'a web page when done':
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<html>${msg}</html>`);
      break;
    case 'nothing at all':
      response.writeHead(200, { 'content-length': 0 }).end();
      break;
    case 'cut off':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
      response.write('{"code":0,"da', () => request.socket.destroy());
      break;
    case 'half an answer, then silence':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"code":0,"da');
      break;
    case 'endless JSON':
      if (hasBody) pour(response, 'application/json', '{"code":0,"data":"', 'x');
      else response.writeHead(200, { 'content-type': 'application/json' }).end();
      break;
    case 'endless bytes':
      if (hasBody) pour(response, 'application/octet-stream', '', '\0');
      else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end();
      break;
    case 'data as text':
      json(response, 200, { code: 0, data: 'text' });
      break;
    case 'data as object':
      json(response, 200, { code: 0, data: { odd: true } });
      break;
    case 'data as null':
      json(response, 200, { code: 0, data: null });
      break;
    case 'a refusal in 200':
      json(response, 200, { code: 12, message: msg });
      break;
    case 'a full account as 401':
      json(response, 401, { code: 401, msg: 'Insufficient credits' });
      break;
    case 'occupied':
      json(response, 200, { code: 1001, msg: 'the server is occupied' });
      break;
  }
}

function json(
  response: ServerResponse,
  status: number,
  envelope: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ ...envelope, trace_id: TRACE }));
}

/** Sends without an end, as long as somebody reads: 256 KB every millisecond, so that nobody's memory is flooded. */
function pour(response: ServerResponse, type: string, start: string, filler: string): void {
  response.writeHead(200, { 'content-type': type });
  response.write(start);
  const chunk = filler.repeat(256_000);
  // 32 MB a second at most: past the limit of an answer at once, and never as far as that of a sound before it times out.
  const timer = setInterval(() => {
    if (!response.writableNeedDrain) response.write(chunk);
  }, 8);
  response.on('error', () => undefined);
  response.on('close', () => clearInterval(timer));
}
