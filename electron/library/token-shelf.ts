import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivate } from '../disk/write-atomic.ts';
import { writeFault } from '../disk/write-fault.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Vault } from './vault.ts';

const FILE = 'tokens.json';
const entrySchema = z.union([z.object({ sealed: z.string() }), z.object({ plain: z.string() })]);
type Entry = z.infer<typeof entrySchema>;
const fileSchema = z.object({ version: z.literal(1), tokens: z.record(z.string(), entrySchema) });

/**
 * How a token is kept: sealed by the system's `keyring`; for this `run` only; readable by whoever reads the data folder
 * (`plain`); or `locked`: sealed by a keyring that cannot be opened now.
 */
export type TokenKeeping = 'keyring' | 'run' | 'plain' | 'locked';

/** The tokens of the servers, by the server's id. */
export interface TokenShelf {
  /** False: a token that is not to be kept in the plain is forgotten at the end of the run. */
  readonly hasKeyring: boolean;
  get(server: string): string | undefined;
  keeping(server: string): TokenKeeping | undefined;
  /** Keeps a token, sealed where that is possible, else for this run; in the plain only where it is asked for. */
  keep(server: string, token: string, how: 'safely' | 'plain'): Promise<Result<void, 'settings-not-written'>>;
  forget(server: string): Promise<Result<void, 'settings-not-written'>>;
}

/**
 * Opens `tokens.json` (for its owner alone, 0600) and unseals what is in it. A file that is damaged is set aside. Without
 * a vault (no keyring, or plain Node) sealed tokens are `locked` and left as they are.
 */
export async function openTokenShelf(options: {
  folder: string;
  vault: Vault | undefined;
  now: () => number;
  onSetAside: (fileName: string, keptAs: string) => void;
}): Promise<TokenShelf> {
  const { folder, vault } = options;
  const entries = new Map<string, Entry>(Object.entries(await readTokens(options)));
  const inHand = new Map<string, string>();
  for (const [server, entry] of entries) {
    const token = 'plain' in entry ? entry.plain : await unseal(vault, entry.sealed);
    if (token !== undefined) inHand.set(server, token);
  }

  let last: Promise<unknown> = Promise.resolve();
  const write = (server: string, entry: Entry | undefined): Promise<Result<void, 'settings-not-written'>> => {
    const written = last.then(async () => {
      const before = entries.get(server);
      if (before === undefined && entry === undefined) return ok(undefined);
      if (entry) entries.set(server, entry);
      else entries.delete(server);
      try {
        const tokens = Object.fromEntries(entries);
        await writePrivate(join(folder, FILE), `${JSON.stringify({ version: 1, tokens }, null, 1)}\n`);
        return ok(undefined);
      } catch (error) {
        if (before) entries.set(server, before);
        else entries.delete(server);
        return fail('settings-not-written', writeFault(error).fault);
      }
    });
    last = written;
    return written;
  };

  return {
    hasKeyring: vault !== undefined,
    get: (server) => inHand.get(server),
    keeping(server) {
      const entry = entries.get(server);
      if (!inHand.has(server)) return entry && 'locked';
      if (!entry) return 'run';
      return 'plain' in entry ? 'plain' : 'keyring';
    },
    async keep(server, token, how) {
      const entry = how === 'plain' ? { plain: token } : await seal(vault, token);
      const written = await write(server, entry);
      if (written.ok) inHand.set(server, token);
      return written;
    },
    async forget(server) {
      inHand.delete(server);
      return write(server, undefined);
    },
  };
}

/** Undefined where there is nothing to seal with, or it refuses: the token is then for this run only. */
async function seal(vault: Vault | undefined, token: string): Promise<Entry | undefined> {
  try {
    return vault && { sealed: await vault.seal(token) };
  } catch {
    return undefined;
  }
}

async function unseal(vault: Vault | undefined, sealed: string): Promise<string | undefined> {
  try {
    return await vault?.open(sealed);
  } catch {
    return undefined;
  }
}

async function readTokens({
  folder,
  now,
  onSetAside,
}: {
  folder: string;
  now: () => number;
  onSetAside: (fileName: string, keptAs: string) => void;
}): Promise<Record<string, Entry>> {
  let text: string;
  try {
    text = await readFile(join(folder, FILE), 'utf8');
  } catch {
    return {};
  }
  const parsed = fileSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data.tokens;
  const keptAs = `tokens-damaged-${now()}.json`;
  await rename(join(folder, FILE), join(folder, keptAs));
  onSetAside(FILE, keptAs);
  return {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
