import type { PublicVoice, RemoteLanguage } from '../../a2e/client.ts';
import type { Voice } from '../../cloning/voice/voice.ts';
import type { Fault, Result } from '../../result.ts';

/**
 * How the token of a server is kept: sealed by the system's `keyring`; for this `run` only; readable in the data folder
 * (`plain`); `locked` in a keyring that cannot be opened now; given by the `environment`; `none`.
 */
export type TokenKept = 'keyring' | 'run' | 'plain' | 'locked' | 'environment' | 'none';

/** A server, as the window may know it: never its token. */
export interface ServerView {
  /** `local`, else the base URL. */
  readonly id: string;
  /** "This computer", or what the person calls it. */
  readonly name: string;
  readonly url: string;
  readonly kind: 'local' | 'remote';
  readonly reach:
    | { readonly is: 'unknown' | 'reachable' }
    | { readonly is: 'unreachable'; readonly fault: Fault };
  /** Credits on the account, where the server has said. */
  readonly coins?: number;
  /** By how much they changed the last time they did, such as −12. */
  readonly lastChange?: number;
  /** True where its voices are stock voices, not clones: every screen that plays one says so. */
  readonly speaksWithStockVoices: boolean;
  /** Most characters of one speech request. */
  readonly textLimit: number;
  /** Credits that a training cost last, by engine; of those that were never measured nothing is known. */
  readonly trainingCredits?: Readonly<Record<string, number>>;
  /** Lines it is given at once. */
  readonly atOnce: number;
  /** Absent for this computer, which needs none of a person. */
  readonly token?: TokenKept;
  /** Of this computer, once it was started: a balance to try running out with; null: none, all is free. */
  readonly pretendCredits?: number | null;
  /** Of this computer: the pretend videos whose voices can be cloned. */
  readonly avatars?: readonly { readonly id: string; readonly name: string }[];
  /** Its token travels in the clear (http to another machine), which the person allowed. */
  readonly isUnencrypted?: true;
}

export interface AddServer {
  /** 1–100 characters; empty: the host's name. */
  readonly name: string;
  /** A whole http(s) address. */
  readonly url: string;
  /** As it was pasted. */
  readonly token: string;
  /** Keep the token in the plain, readable by whoever reads the data folder. */
  readonly keepPlain: boolean;
  /** Http to another machine is meant. */
  readonly allowUnencrypted: boolean;
  /** Keep it although it cannot be tested now. */
  readonly untested: boolean;
}

export interface ChangeServer {
  readonly serverId: string;
  readonly name?: string;
  /** A new token; absent: the old one stays. */
  readonly token?: string;
  /** Lines it is given at once, 1–16; absent: as before. */
  readonly atOnce?: number;
  readonly keepPlain: boolean;
  readonly untested: boolean;
}

/** Calls about servers. */
export interface ServerCalls {
  /** Tests address and token of this server (null: the chosen one), and tries what waits for the network. */
  'server.check': { ask: { readonly serverId: string } | null; answer: ServerView };
  /** Tests a server and keeps it; answers why it was not, and keeps nothing then. */
  'server.add': { ask: AddServer; answer: Result<ServerView> };
  'server.change': { ask: ChangeServer; answer: Result<ServerView> };
  /** Forgets a server and its token. Voices that live there stay in the library, and wait for it. */
  'server.remove': { ask: { readonly serverId: string }; answer: Result<void> };
  /** New voices are made there from now on. */
  'server.choose': { ask: { readonly serverId: string }; answer: Result<ServerView> };
  /** The server's own voices for a language and region; all of them without. */
  'server.publicVoices': { ask: PublicVoicesAsk; answer: Result<readonly PublicVoice[]> };
  /** Takes one of them into the library, ready to speak. */
  'server.addPublicVoice': { ask: AddPublicVoice; answer: Result<Voice> };
  /** Lets waiting jobs spend as much again as the limit of the day. */
  'spending.allowMore': { ask: null; answer: Result<void> };
  /** Sets the pretend balance of the server on this computer; null takes it away. */
  'server.pretendCredits': { ask: { readonly coins: number | null }; answer: Result<ServerView> };
  'server.languages': { ask: { readonly serverId: string }; answer: Result<readonly RemoteLanguage[]> };
  /** The language of a text as the server tells it, such as `en`; `und` where it cannot say. */
  'server.detectLanguage': {
    ask: { readonly serverId: string; readonly text: string };
    answer: Result<string>;
  };
  /** Clones the voice of an avatar on the account; paid. The voice turns up in the account's list. */
  'server.cloneAvatarVoice': {
    ask: { readonly serverId: string; readonly avatarId: string };
    /** The id of the clone that is being made, where the server tells it. */
    answer: Result<{ readonly remoteId?: string }>;
  };
}

export interface PublicVoicesAsk {
  readonly serverId: string;
  /** Such as `en`. */
  readonly language?: string;
  /** Such as `US`. */
  readonly region?: string;
}

export interface AddPublicVoice {
  readonly serverId: string;
  readonly voice: PublicVoice;
  readonly language: string;
  readonly region?: string;
}

export const serverCallNames: { readonly [N in keyof ServerCalls]: true } = {
  'server.check': true,
  'server.add': true,
  'server.change': true,
  'server.remove': true,
  'server.choose': true,
  'server.publicVoices': true,
  'server.addPublicVoice': true,
  'server.pretendCredits': true,
  'server.languages': true,
  'spending.allowMore': true,
  'server.detectLanguage': true,
  'server.cloneAvatarVoice': true,
};

/** Events about servers. */
export interface ServerEvents {
  'server.changed': ServerView;
  'server.gone': { readonly id: string };
  'server.chosen': { readonly id: string };
  'spending.changed': { readonly spentToday: number };
}

export const serverEventNames: { readonly [N in keyof ServerEvents]: true } = {
  'server.changed': true,
  'server.gone': true,
  'server.chosen': true,
  'spending.changed': true,
};
