import { randomBytes } from 'node:crypto';
import type { A2eClient } from '../a2e/client.ts';
import { createA2eClient } from '../a2e/create-client.ts';
import type { Connect, Connection } from '../cloning/server.ts';
import type { ServerView } from '../contract/calls.ts';
import type { FaultCode } from '../contract/faults.ts';
import type { LocalServer } from '../local-server/local-server.ts';
import { type Fault, fail, ok, type Result } from '../result.ts';

/** The id of the server that runs inside Timbre. */
export const LOCAL = 'local';
/** Most characters of one request: 1000 for API users [seen]. */
const TEXT_LIMIT = 1000;
/** What the stock voices of this computer speak. */
const STOCK_LANGUAGES = ['en'] as const;

/** The server that new voices are made on, and the only one voices are reached on in this run. */
export interface ServerInUse {
  readonly id: string;
  readonly connect: Connect;
  view(): ServerView;
  /** Asks the server for the credits, which tests address and token. */
  check(): Promise<ServerView>;
  /** A job found the server out of reach (its fault), or reached it. */
  noticed(fault: Fault | undefined): void;
  close(): Promise<void>;
}

/** How the server on this computer is started; it is, once, when it is first needed. */
export type StartLocalServer = (token: string) => Promise<Result<LocalServer>>;

/**
 * The server named by `TIMBRE_SERVER_URL` and `TIMBRE_TOKEN`, else the one on this computer, started in this process
 * with a token that lives only as long. Fails with `server-address-wrong`.
 */
export function chooseServer(options: {
  env: NodeJS.ProcessEnv;
  startLocal: StartLocalServer;
  onChanged: (view: ServerView) => void;
}): Result<ServerInUse, FaultCode> {
  const { env, startLocal, onChanged } = options;
  const address = env['TIMBRE_SERVER_URL']?.trim();
  if (!address) return ok(localServer(startLocal, onChanged));
  const url = parseAddress(address);
  if (!url) return fail('server-address-wrong');
  const client = createA2eClient({ baseUrl: url.href, token: () => env['TIMBRE_TOKEN'] ?? '' });
  const connection: Connection = { server: url.href, client, textLimit: TEXT_LIMIT };
  const base = {
    id: url.href,
    name: url.host,
    url: url.href,
    kind: 'remote',
    speaksWithStockVoices: false,
  } as const;
  return ok(serverInUse({ base, open: async () => ok(connection), close: async () => undefined, onChanged }));
}

/** An http(s) address without credentials, query or fragment; its path, if any, without the last slash. */
function parseAddress(address: string): { href: string; host: string } | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!isPlain || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  return { href: (url.origin + url.pathname).replace(/\/+$/, ''), host: url.host };
}

function localServer(start: StartLocalServer, onChanged: (view: ServerView) => void): ServerInUse {
  const token = randomBytes(32).toString('hex');
  let starting: Promise<Result<LocalServer>> | undefined;
  const base = {
    id: LOCAL,
    name: 'This computer',
    url: '',
    kind: 'local',
    speaksWithStockVoices: true,
  } as const;
  let opened: { readonly client: A2eClient; readonly url: string } | undefined;
  return serverInUse({
    base,
    onChanged,
    async open() {
      starting ??= start(token);
      const started = await starting;
      if (!started.ok) {
        starting = undefined;
        return fail('server-not-started', { detail: started.fault.detail ?? started.fault.code });
      }
      const { url } = started.value;
      opened ??= { url, client: createA2eClient({ baseUrl: url, token: () => token }) };
      return ok({
        server: LOCAL,
        client: opened.client,
        textLimit: TEXT_LIMIT,
        languages: STOCK_LANGUAGES,
        isFree: true,
      });
    },
    async close() {
      const started = await starting;
      if (started?.ok) await started.value.close();
    },
  });
}

function serverInUse(parts: {
  base: Pick<ServerView, 'id' | 'name' | 'url' | 'kind' | 'speaksWithStockVoices'>;
  open: () => Promise<Result<Connection, 'server-not-started'>>;
  close: () => Promise<void>;
  onChanged: (view: ServerView) => void;
}): ServerInUse {
  let view: ServerView = { ...parts.base, reach: { is: 'unknown' }, textLimit: TEXT_LIMIT };
  const change = (next: Partial<ServerView>): ServerView => {
    view = { ...view, ...next };
    parts.onChanged(view);
    return view;
  };
  return {
    id: parts.base.id,
    view: () => view,
    connect: async (server) => (server === parts.base.id ? parts.open() : fail('server-not-set')),
    async check() {
      const connection = await parts.open();
      if (!connection.ok) return change({ reach: { is: 'unreachable', fault: connection.fault } });
      const { client } = connection.value;
      const credits = await client.credits();
      return credits.ok
        ? change({ url: client.baseUrl, reach: { is: 'reachable' }, coins: credits.value.coins })
        : change({ url: client.baseUrl, reach: { is: 'unreachable', fault: credits.fault } });
    },
    noticed(fault) {
      if (fault && view.reach.is !== 'unreachable') change({ reach: { is: 'unreachable', fault } });
      if (!fault && view.reach.is !== 'reachable') change({ reach: { is: 'reachable' } });
    },
    close: parts.close,
  };
}
