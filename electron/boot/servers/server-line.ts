import { randomBytes } from 'node:crypto';
import type { A2eClient } from '../../a2e/client.ts';
import { createA2eClient } from '../../a2e/create-client.ts';
import { createTill, type Till } from '../../cloning/account/till.ts';
import type { Account, Connection } from '../../cloning/server.ts';
import type { ServerView, TokenKept } from '../../contract/calls.ts';
import { AVATARS } from '../../local-server/avatars.ts';
import type { LocalServer } from '../../local-server/local-server.ts';
import { type Fault, fail, ok, type Result } from '../../result.ts';
import { testServer } from './test-server.ts';
import type { TillOf } from './tills.ts';

/** The id of the server that runs inside Timbre. */
export const LOCAL = 'local';
/** Most characters of one request: 1000 for API users [seen]. */
const TEXT_LIMIT = 1000;
/** Lines that a server is given at once unless the person says otherwise: how many it takes is not published. */
export const USUAL_AT_ONCE = 4;
/** This computer speaks one line while the next is on its way; its clone model takes all it has for one. */
const LOCAL_AT_ONCE = { stock: 2, clone: 1 } as const;
/** What the stock voices of this computer speak. */
const STOCK_LANGUAGES = ['en'] as const;

type Opened = Promise<Result<Connection, 'server-not-started' | 'token-missing'>>;

/** One server: its view, kept up to date, and its client. */
export interface ServerLine {
  readonly id: string;
  view(): ServerView;
  open(): Opened;
  /** Asks the server for the credits, which tests address and token. */
  check(): Promise<ServerView>;
  /** A job found the server out of reach (its fault), or reached it. */
  noticed(fault: Fault | undefined): void;
  /** Its credits were told, and by how much they changed. */
  told(coins: number, change: number): void;
  /** Shows what is new of it. */
  show(next: Partial<ServerView>): ServerView;
  /** Sets the pretend balance of the server on this computer, or takes it away; other servers have none. */
  pretend?(coins: number | null): Promise<Result<ServerView, 'server-not-started'>>;
  close(): Promise<void>;
}

/** How the server on this computer is started; it is, once, when it is first needed. */
export type StartLocalServer = (token: string) => Promise<Result<LocalServer>>;

/** A server elsewhere; what is asked of it at each call may change while it stands. */
export interface RemoteServer {
  /** Its id. */
  readonly url: string;
  readonly name: string;
  readonly isUnencrypted: boolean;
  readonly token: () => string | undefined;
  readonly keeping: () => TokenKept;
  /** Most lines spoken at once; absent: as many as usual. */
  readonly atOnce?: () => number | undefined;
}

type OnChanged = (view: ServerView) => void;

/** The line to a server elsewhere. `language`: of the server's messages, such as `en-US`. */
export function remoteLine(
  server: RemoteServer,
  {
    onChanged,
    language,
    account,
    tillOf,
  }: {
    readonly onChanged: OnChanged;
    readonly language: string;
    readonly account: Account;
    readonly tillOf: (of: TillOf) => Till;
  },
): ServerLine {
  const { url, name, isUnencrypted } = server;
  const client = createA2eClient({ baseUrl: url, token: () => server.token() ?? '', language });
  const atOnce = () => server.atOnce?.() ?? USUAL_AT_ONCE;
  const till = tillOf({ server: url, client, account, atOnce, onMeasured: () => void line.show({}) });
  const connection: Connection = { server: url, client, textLimit: TEXT_LIMIT, account, till };
  const facts = () => ({ atOnce: atOnce(), ...trainingCredits(till) });
  const line = serverLine({
    ...{ onChanged, facts, close: async () => undefined },
    base: {
      ...{ id: url, name, url, kind: 'remote', speaksWithStockVoices: false, token: server.keeping() },
      ...(isUnencrypted && { isUnencrypted }),
    },
    open: async () => (server.token() === undefined ? fail('token-missing') : ok(connection)),
  });
  return line;
}

/** What a training with each engine cost last, where it was measured. */
function trainingCredits(till: Till): Pick<ServerView, 'trainingCredits'> {
  const measured = till
    .prices()
    .flatMap((price) => (price.of === 'training' ? [[price.model, price.credits]] : []));
  return measured.length > 0 ? { trainingCredits: Object.fromEntries(measured) } : {};
}

type RunningHere = Result<{ readonly server: LocalServer; readonly client: A2eClient }, 'server-not-started'>;

/** The line to the server on this computer, started in this process with a token that lives only as long. */
export function localLine(start: StartLocalServer, onChanged: OnChanged): ServerLine {
  const token = randomBytes(32).toString('hex');
  let starting: Promise<RunningHere> | undefined;
  const running = () => {
    starting ??= startHere();
    return starting;
  };
  const startHere = async (): Promise<RunningHere> => {
    const started = await start(token);
    if (!started.ok) {
      starting = undefined;
      return fail('server-not-started', { detail: started.fault.detail ?? started.fault.code });
    }
    const { url, purse } = started.value;
    purse.onChange((pretendCredits) => line.show({ pretendCredits }));
    line.show({ url, pretendCredits: purse.coins() });
    return ok({ server: started.value, client: createA2eClient({ baseUrl: url, token: () => token }) });
  };
  const atOnce = (view: Pick<ServerView, 'speaksWithStockVoices'>) =>
    view.speaksWithStockVoices ? LOCAL_AT_ONCE.stock : LOCAL_AT_ONCE.clone;
  const till = createTill({ atOnce: () => atOnce(line.view()), now: Date.now });
  const line = serverLine({
    base: {
      ...{ id: LOCAL, name: 'This computer', url: '', kind: 'local', speaksWithStockVoices: true },
      avatars: AVATARS.map(({ id, name }) => ({ id, name })),
    },
    onChanged,
    facts: (view) => ({ atOnce: atOnce(view) }),
    async open() {
      const started = await running();
      if (!started.ok) return started;
      const { client } = started.value;
      return ok({
        ...{ server: LOCAL, client, textLimit: TEXT_LIMIT, languages: STOCK_LANGUAGES, till, isFree: true },
      });
    },
    async close() {
      const started = await starting;
      if (started?.ok) await started.value.server.close();
    },
  });
  return {
    ...line,
    async pretend(coins) {
      const started = await running();
      if (!started.ok) return started;
      await started.value.server.purse.set({ coins });
      return ok(line.view());
    },
  };
}

function serverLine(parts: {
  base: Omit<ServerView, 'reach' | 'textLimit' | 'atOnce'>;
  /** What follows from other things, at each look. */
  facts: (view: Pick<ServerView, 'speaksWithStockVoices'>) => Pick<ServerView, 'atOnce' | 'trainingCredits'>;
  open: () => Opened;
  close: () => Promise<void>;
  onChanged: OnChanged;
}): ServerLine {
  let view: ServerView = {
    ...parts.base,
    ...{ reach: { is: 'unknown' }, textLimit: TEXT_LIMIT, ...parts.facts(parts.base) },
  };
  const show = (next: Partial<ServerView>): ServerView => {
    view = { ...view, ...next };
    view = { ...view, ...parts.facts(view) };
    parts.onChanged(view);
    return view;
  };
  return {
    id: parts.base.id,
    view: () => view,
    open: parts.open,
    show,
    async check() {
      const connection = await parts.open();
      if (!connection.ok) return show({ reach: { is: 'unreachable', fault: connection.fault } });
      const { client, account } = connection.value;
      const tested = await testServer(client);
      if (tested.ok && tested.value.coins !== undefined) account?.told(tested.value.coins);
      return tested.ok
        ? show({ url: client.baseUrl, reach: { is: 'reachable' }, ...tested.value })
        : show({ url: client.baseUrl, reach: { is: 'unreachable', fault: tested.fault } });
    },
    told(coins, change) {
      if (view.coins !== coins || view.reach.is !== 'reachable')
        show({ coins, reach: { is: 'reachable' }, ...(change !== 0 && { lastChange: change }) });
    },
    noticed(fault) {
      if (fault && view.reach.is !== 'unreachable') show({ reach: { is: 'unreachable', fault } });
      if (!fault && view.reach.is !== 'reachable') show({ reach: { is: 'reachable' } });
    },
    close: parts.close,
  };
}
