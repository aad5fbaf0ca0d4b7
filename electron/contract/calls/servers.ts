import type { Fault } from '../../result.ts';

/** The server in use, as the window may know it: never its token. */
export interface ServerView {
  /** `local`, else the base URL. */
  readonly id: string;
  /** "This computer" or the host's name. */
  readonly name: string;
  readonly url: string;
  readonly kind: 'local' | 'remote';
  readonly reach:
    | { readonly is: 'unknown' | 'reachable' }
    | { readonly is: 'unreachable'; readonly fault: Fault };
  /** Credits on the account, where the server has said. */
  readonly coins?: number;
  /** True where its voices are stock voices, not clones: every screen that plays one says so. */
  readonly speaksWithStockVoices: boolean;
  /** Most characters of one speech request. */
  readonly textLimit: number;
}

/** Calls about servers. */
export interface ServerCalls {
  /** Tests address and token now, and tries what waits for the network. */
  'server.check': { ask: null; answer: ServerView };
}

export const serverCallNames: { readonly [N in keyof ServerCalls]: true } = {
  'server.check': true,
};

/** Events about servers. */
export interface ServerEvents {
  'server.changed': ServerView;
}

export const serverEventNames: { readonly [N in keyof ServerEvents]: true } = {
  'server.changed': true,
};
