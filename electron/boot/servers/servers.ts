import { createA2eClient } from '../../a2e/create-client.ts';
import { cleanToken } from '../../a2e/token.ts';
import type { Till } from '../../cloning/account/till.ts';
import type { Account, Connect } from '../../cloning/server.ts';
import type { AddServer, ChangeServer, ServerView } from '../../contract/calls.ts';
import type { FaultCode } from '../../contract/faults.ts';
import { readServerAddress } from '../../library/server-address.ts';
import type { ServerShelf } from '../../library/server-shelf.ts';
import type { TokenShelf } from '../../library/token-shelf.ts';
import { type Fault, fail, ok, type Result } from '../../result.ts';
import { type GivenServer, givenServer } from './given-server.ts';
import {
  LOCAL,
  localLine,
  type RemoteServer,
  remoteLine,
  type ServerLine,
  type StartLocalServer,
} from './server-line.ts';
import { testServer } from './test-server.ts';
import type { TillOf } from './tills.ts';

export interface ServersOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly shelf: ServerShelf;
  readonly tokens: TokenShelf;
  readonly startLocal: StartLocalServer;
  /** Language of the servers' messages (`x-lang`): that of the window. */
  readonly language: string;
  /** Name, address or id of the server to use in this run, where one was named. */
  readonly wanted?: string | undefined;
  readonly accountOf: (server: string) => Account;
  readonly tillOf: (of: TillOf) => Till;
  readonly onChanged: (view: ServerView) => void;
  readonly onGone: (id: string) => void;
  readonly onChosen: (id: string) => void;
  /** It can be called from now on: what waits for it can go on. */
  readonly onConnected: (id: string) => void;
}

/** The servers Timbre knows. All of them are usable at once; new voices are made on the chosen one. */
export interface Servers {
  /** This computer first, then as they were added. */
  list(): readonly ServerView[];
  chosen(): ServerView;
  readonly connect: Connect;
  /** Tests address and token; the chosen server's where none is named. */
  check(id?: string): Promise<ServerView>;
  add(ask: AddServer): Promise<Result<ServerView, FaultCode>>;
  change(ask: ChangeServer): Promise<Result<ServerView, FaultCode>>;
  remove(id: string): Promise<Result<void, FaultCode>>;
  choose(id: string): Result<ServerView, FaultCode>;
  /** Sets the pretend balance of the server on this computer; null: none, all is free. */
  pretend(coins: number | null): Promise<Result<ServerView, FaultCode>>;
  /** The credits of this server, and by how much they changed. */
  told(id: string, coins: number, change: number): void;
  /** A job found this server out of reach (its fault), or reached it. */
  noticed(id: string, fault: Fault | undefined): void;
  /** Whether this computer clones: else it speaks with stock voices. */
  clonesHere(isSo: boolean): void;
  close(): Promise<void>;
}

/**
 * Opens the servers: this computer, those that were added, and the one that the environment names, which is the chosen one
 * then. Fails with `server-address-wrong` and `server-unencrypted` (the environment's), `server-not-found` (`wanted`).
 */
export function openServers(options: ServersOptions): Result<Servers, FaultCode> {
  const { env, shelf, tokens, startLocal, onChanged, language, accountOf, tillOf } = options;
  const lines = new Map<string, ServerLine>([[LOCAL, localLine(startLocal, onChanged)]]);
  const given = givenServer(env, { isNamed: options.wanted !== undefined });
  if (!given.ok) return given;

  const setUp = (server: RemoteServer): ServerLine => {
    const line = remoteLine(server, { onChanged, language, tillOf, account: accountOf(server.url) });
    lines.set(server.url, line);
    return line;
  };
  const setUpKept = (url: string, name: string): ServerLine =>
    setUp({
      ...{ url, name, isUnencrypted: readServerAddress(url)?.isUnencrypted ?? false },
      token: () => tokens.get(url),
      atOnce: () => shelf.list().find((entry) => entry.url === url)?.atOnce,
      keeping: () => tokens.keeping(url) ?? 'none',
    });
  for (const { url, name } of shelf.list()) setUpKept(url, name);
  if (given.value.server) setUp(given.value.server);

  const wanted = options.wanted === undefined ? undefined : named(options.wanted, [...lines.values()]);
  if (options.wanted !== undefined && !wanted)
    return fail('server-not-found', { facts: { name: options.wanted } });
  lendToken(given.value, wanted, setUp);
  /** What this run was started with counts before what was chosen in the window. */
  let override = wanted?.id ?? given.value.server?.url;
  const lineOf = (id: string | null | undefined) => (id == null ? undefined : lines.get(id));
  const chosen = (): ServerLine => {
    const line = lineOf(override) ?? lineOf(shelf.chosen()) ?? lines.get(LOCAL);
    if (!line) throw new Error('the server on this computer is always there');
    return line;
  };
  const isFixed = (id: string) => id === LOCAL || id === given.value.server?.url;

  return ok({
    list: () => [...lines.values()].map((line) => line.view()),
    chosen: () => chosen().view(),
    connect: async (id) => lines.get(id)?.open() ?? fail('server-not-set'),
    pretend: async (coins) => (await lines.get(LOCAL)?.pretend?.(coins)) ?? fail('server-not-set'),
    check: (id) => (lineOf(id) ?? chosen()).check(),

    async add(ask) {
      const address = readServerAddress(ask.url);
      if (!address) return fail('server-address-wrong');
      const { href: url, host, isUnencrypted } = address;
      if (lines.has(url)) return fail('server-known', { facts: { name: lines.get(url)?.view().name ?? '' } });
      if (isUnencrypted && !ask.allowUnencrypted) return fail('server-unencrypted', { facts: { host } });
      const name = ask.name.trim() || host;
      if (name.length > 100) return fail('name-missing');
      const tried = await tryToken({ url, token: ask.token, untested: ask.untested, language });
      if (!tried.ok) return tried;
      const kept = await tokens.keep(url, tried.value.token, ask.keepPlain ? 'plain' : 'safely');
      if (!kept.ok) return kept;
      const saved = shelf.save({ url, name });
      if (!saved.ok) {
        await tokens.forget(url);
        return saved;
      }
      const view = setUpKept(url, name).show(tried.value.found);
      options.onConnected(url);
      return ok(view);
    },

    async change({ serverId: id, name, token, atOnce, keepPlain, untested }) {
      const line = lines.get(id);
      const entry = shelf.list().find(({ url }) => url === id);
      if (!line || !entry || isFixed(id)) return fail('server-fixed');
      const newName = (name ?? entry.name).trim();
      if (newName === '' || newName.length > 100) return fail('name-missing');
      const tried = token === undefined ? undefined : await tryToken({ url: id, token, untested, language });
      if (tried && !tried.ok) return tried;
      if (tried) {
        const kept = await tokens.keep(id, tried.value.token, keepPlain ? 'plain' : 'safely');
        if (!kept.ok) return kept;
      }
      const saved = shelf.save({ ...entry, name: newName, ...(atOnce !== undefined && { atOnce }) });
      if (!saved.ok) return saved;
      const view = line.show({ name: newName, token: tokens.keeping(id) ?? 'none', ...tried?.value.found });
      if (tried) options.onConnected(id);
      return ok(view);
    },

    async remove(id) {
      const line = lines.get(id);
      if (!line || isFixed(id)) return fail('server-fixed');
      const isChosen = chosen().id === id;
      const removed = shelf.remove(id);
      if (!removed.ok) return removed;
      const forgotten = await tokens.forget(id);
      if (!forgotten.ok) return forgotten;
      lines.delete(id);
      if (isChosen) options.onChosen(chosen().id);
      options.onGone(id);
      await line.close();
      return ok(undefined);
    },

    choose(id) {
      const line = lines.get(id);
      if (!line) return fail('server-not-found', { facts: { name: id } });
      // The environment's choice is for this run only; so is leaving it.
      const saved = id === given.value.server?.url ? ok(undefined) : shelf.choose(id === LOCAL ? null : id);
      if (!saved.ok) return saved;
      override = id;
      options.onChosen(id);
      return ok(line.view());
    },

    told: (id, coins, change) => lines.get(id)?.told(coins, change),
    noticed: (id, fault) => lines.get(id)?.noticed(fault),
    clonesHere: (isSo) => void lines.get(LOCAL)?.show({ speaksWithStockVoices: !isSo }),
    async close() {
      await Promise.all([...lines.values()].map((line) => line.close()));
    },
  });
}

/** The server of this id, address or name (case does not matter). */
function named(wanted: string, lines: readonly ServerLine[]): ServerLine | undefined {
  const words = wanted.trim().toLowerCase();
  const url = readServerAddress(wanted)?.href;
  return (
    lines.find(({ id }) => id.toLowerCase() === words || id === url) ??
    lines.find((line) => line.view().name.toLowerCase() === words)
  );
}

/** A token in the environment that has no server of its own there is for the server that was named for this run. */
function lendToken(
  given: GivenServer,
  wanted: ServerLine | undefined,
  setUp: (server: RemoteServer) => void,
) {
  const { token } = given;
  if (token === undefined || !wanted || wanted.id === LOCAL) return;
  const { id: url, name, isUnencrypted = false } = wanted.view();
  setUp({ url, name, isUnencrypted, token: () => token, keeping: () => 'environment' });
}

type Tried = Result<{ readonly token: string; readonly found: Partial<ServerView> }, FaultCode>;

/** Cleans a pasted token and tests it at its server, unless it is to be kept untested. */
async function tryToken(ask: {
  url: string;
  token: string;
  untested: boolean;
  language: string;
}): Promise<Tried> {
  const cleaned = cleanToken(ask.token);
  if (!cleaned.ok) return cleaned;
  const token = cleaned.value;
  if (ask.untested) return ok({ token, found: { reach: { is: 'unknown' } } });
  const tested = await testServer(
    createA2eClient({ baseUrl: ask.url, token: () => token, language: ask.language }),
  );
  return tested.ok ? ok({ token, found: { reach: { is: 'reachable' }, ...tested.value } }) : tested;
}
