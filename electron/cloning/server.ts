import type { A2eClient } from '../a2e/client.ts';
import type { Result } from '../result.ts';

/** A server that voices live on, ready to be called. */
export interface Connection {
  /** `local`, else the base URL. */
  readonly server: string;
  readonly client: A2eClient;
  /** The languages it can speak at all, where that is known; absent: whatever the engine speaks. */
  readonly languages?: readonly string[];
  /** Its work costs nothing, so there is nothing to wait for after an unclear end. */
  readonly isFree?: boolean;
  /** Most characters of one speech request. */
  readonly textLimit: number;
}

/** Why a server cannot be called: it is not in the list, did not start (this computer's), or has no token now. */
export type ConnectFault = 'server-not-set' | 'server-not-started' | 'token-missing';

/** Answers the server that a voice lives on. */
export type Connect = (server: string) => Promise<Result<Connection, ConnectFault>>;

/**
 * How a link to the server's own files is kept: as a path where it is on the server itself, because the server on this
 * computer has another port at each start.
 */
export function keptLink(link: string, baseUrl: string): string {
  const url = new URL(link);
  return url.origin === new URL(baseUrl).origin ? url.pathname + url.search : link;
}

/** The link that `keptLink` kept, on the server as it is reached now. */
export function liveLink(kept: string, baseUrl: string): string {
  // Put together, not resolved: a path that begins with two slashes would name another host.
  return kept.startsWith('/') ? new URL(baseUrl).origin + kept : kept;
}
