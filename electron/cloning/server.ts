import type { A2eClient } from '../a2e/client.ts';
import type { Fault, Result } from '../result.ts';
import type { Till } from './account/till.ts';

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
  /** Where calls that may cost credits pass. */
  readonly till: Till;
  /** Absent: nothing is charged there. */
  readonly account?: Account;
}

/** What goes from the account, and what may go. */
export interface Account {
  /** The server told its credits: what they are less by than last time counts as spent. */
  told(coins: number): void;
  /** Why nothing more may be spent today without the person's word; undefined: go on. */
  held(): Fault<'ceiling-reached'> | undefined;
  /** How many credits may still be spent today; null: no limit. */
  room(): number | null;
}

/** Why a server cannot be called: it is not in the list, did not start (this computer's), or has no token now. */
export type ConnectFault = 'server-not-set' | 'server-not-started' | 'token-missing';

/** Answers the server that a voice lives on. */
export type Connect = (server: string) => Promise<Result<Connection, ConnectFault>>;
