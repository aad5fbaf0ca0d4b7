import type { KnownCall } from '../cloning/account/paid-call.ts';
import type { Notice } from '../contract/calls.ts';
import type { Home } from '../library/home.ts';
import type { OpenStore } from '../library/kept-store.ts';
import { openKept } from '../library/open-kept.ts';
import { openServerShelf } from '../library/server-shelf.ts';
import { openTokenShelf, type TokenShelf } from '../library/token-shelf.ts';
import type { Vault } from '../library/vault.ts';
import { ok, type Result } from '../result.ts';
import type { Emitter } from './emitter.ts';
import type { Library } from './open-library.ts';
import { createAccounts } from './servers/accounts.ts';
import type { StartLocalServer } from './servers/server-line.ts';
import { openServers, type Servers } from './servers/servers.ts';
import { type BatchPurses, tillsWith } from './servers/tills.ts';

/** How the servers of a run are chosen and reached. */
export interface LinesOptions {
  readonly home: Home;
  readonly env: NodeJS.ProcessEnv;
  readonly openStore: OpenStore;
  readonly startLocal: StartLocalServer;
  /** What seals tokens; absent where there is no keyring, as in plain Node. */
  readonly vault?: Vault | undefined;
  /** Language of the servers' messages; default that of the window, `en-US`. */
  readonly language?: string;
  /** Name, address or id of the server to use in this run; default the chosen one. */
  readonly serverName?: string | undefined;
}

/** What the lines are joined with. */
interface LinesParts {
  readonly now: () => number;
  readonly library: Pick<Library, 'settings' | 'spend' | 'prices'>;
  readonly events: Emitter;
  readonly notices: Notice[];
  /** Wakes the jobs that wait for this key. */
  readonly release: (key: string) => void;
  /** The paid calls on a server of earlier processes. */
  readonly recall: (server: string) => readonly KnownCall[];
  readonly purses: BatchPurses;
}

/** Opens the servers and their tokens, and watches what is spent on them. */
export async function openLines(
  options: LinesOptions,
  parts: LinesParts,
): Promise<Result<{ readonly servers: Servers; readonly tokens: TokenShelf }>> {
  const { home, env, openStore, startLocal, vault, language = 'en-US', serverName: wanted } = options;
  const { now, events, notices, release, recall, purses } = parts;
  const onSetAside = (fileName: string, keptAs: string) =>
    void notices.push({ is: 'file-set-aside', fileName, keptAs });
  const { settings, spend, prices } = parts.library;
  const tokens = await openTokenShelf({ folder: home.root, vault, now, onSetAside });
  const accounts = createAccounts({
    spend,
    limit: () => settings.get().dailyLimit,
    onTold: (id, coins, change) => {
      if (opened.ok) opened.value.told(id, coins, change);
      if (change < 0) events.emit('spending.changed', { spentToday: spend.today().spent });
    },
  });
  const opened: ReturnType<typeof openServers> = openServers({
    accountOf: accounts.of,
    tillOf: tillsWith({ prices, now, recall, purses }),
    ...{ env, startLocal, tokens, language, wanted },
    shelf: openServerShelf(
      openKept({ folder: home.root, name: 'servers', open: openStore, now, onSetAside }),
    ),
    onChanged: (view) => events.emit('server.changed', view),
    onGone: (id) => events.emit('server.gone', { id }),
    onChosen: (id) => events.emit('server.chosen', { id }),
    onConnected: (id) => release(`server:${id}`),
  });
  return opened.ok ? ok({ servers: opened.value, tokens }) : opened;
}
