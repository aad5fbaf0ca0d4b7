import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, refused, sendAnswer } from './answer.ts';
import type { Guard } from './guard.ts';
import { drain, readJson } from './request-body.ts';

/** A call to a JSON route. */
export interface Call {
  /** The body; empty for GET and DELETE. */
  readonly body: Record<string, unknown>;
  readonly query: URLSearchParams;
  /** What stood at the pattern's `*`, decoded. */
  readonly rest: string;
  /** Fires when the caller has gone away. */
  readonly gone: AbortSignal;
}

/** A route that reads and writes the connection itself: uploads and files. Answers nothing where it already answered. */
export interface RawCall {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  readonly rest: string;
}

export type Route = {
  /** Such as `GET`, or several. */
  readonly methods: readonly string[];
  /** A path; a `*` at its end stands for one more segment. The first route that fits is taken. */
  readonly path: string;
} & (
  | { readonly json: (call: Call) => Answer | Promise<Answer> }
  | { readonly raw: (call: RawCall) => Promise<Answer | undefined> }
);

export interface RouterOptions {
  readonly routes: readonly Route[];
  readonly guard: Guard;
  /** Such as `http://127.0.0.1:41873`: relative request targets are read against it. */
  readonly origin: string;
  /** Told of what should never happen: an error nobody expected. The caller is answered with 500. */
  readonly onDefect: (error: unknown) => void;
}

export interface Router {
  /** The listener of the HTTP server. Never throws, always answers. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
  /** Resolves when no call is being worked on. */
  settled(): Promise<void>;
}

/** Guard, route, body, handler, answer. */
export function makeRouter(options: RouterOptions): Router {
  const running = new Set<Promise<void>>();
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    // A connection that ends while it is read or written is the caller's own affair.
    request.on('error', () => {});
    response.on('error', () => {});
    const call = answerCall(options, request, response)
      .catch((error: unknown) => {
        options.onDefect(error);
        return refused(500, 'This computer could not do that.');
      })
      .then((answer) => (answer ? finish(request, response, answer) : undefined))
      .catch(options.onDefect)
      .finally(() => running.delete(call));
    running.add(call);
  };
  return {
    listener,
    async settled() {
      await Promise.all(running);
    },
  };
}

async function finish(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const drained = await drain(request);
  if (!drained) {
    response.once('finish', () => request.socket.destroySoon());
    response.setHeader('Connection', 'close');
  }
  if (!response.destroyed) sendAnswer(response, answer, request.method === 'HEAD');
}

async function answerCall(
  { routes, guard, origin }: RouterOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer | undefined> {
  const stranger = guard.sameMachine(request.headers);
  if (stranger) return stranger;
  const target = readTarget(request.url ?? '', origin);
  if (!target) return refused(400, 'The address of the call cannot be read.');
  if (target.pathname.startsWith('/api/')) {
    const noToken = guard.bearer(request.headers);
    if (noToken) return noToken;
  }
  const fitting = routes.filter((route) => restOf(route.path, target.pathname) !== undefined);
  if (fitting.length === 0) return refused(404, 'There is nothing at this address.');
  const route = fitting.find(({ methods }) => methods.includes(request.method ?? ''));
  if (!route) {
    const allowed = fitting.flatMap(({ methods }) => methods).join(', ');
    return { ...refused(405, `This address takes ${allowed}.`), headers: { Allow: allowed } };
  }
  const rest = restOf(route.path, target.pathname) ?? '';
  if ('raw' in route) return route.raw({ request, response, query: target.searchParams, rest });
  const read = request.method === 'POST' ? await readJson(request) : { body: {} };
  if ('refusal' in read) return read.refusal;
  return route.json({ body: read.body, query: target.searchParams, rest, gone: whenGone(response) });
}

function readTarget(target: string, origin: string): URL | undefined {
  if (!target.startsWith('/')) return undefined;
  const url = `${origin}${target}`;
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** What stands at the pattern's `*`, `''` for a pattern without, or undefined where the path does not fit. */
function restOf(pattern: string, path: string): string | undefined {
  if (!pattern.endsWith('*')) return pattern === path ? '' : undefined;
  const stem = pattern.slice(0, -1);
  if (!path.startsWith(stem)) return undefined;
  const rest = path.slice(stem.length);
  if (rest === '' || rest.includes('/')) return undefined;
  try {
    return decodeURIComponent(rest);
  } catch {
    return undefined;
  }
}

function whenGone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
