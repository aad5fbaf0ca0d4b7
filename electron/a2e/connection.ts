import type { A2eClientOptions } from './client.ts';
import { createKnownForms, type KnownForms } from './forms.ts';
import { scrub } from './scrub.ts';
import { type A2eTimeouts, DEFAULT_TIMEOUTS } from './timeouts.ts';
import { cleanToken } from './token.ts';

/** The options of a client with every default filled in; what each call is made with. */
export interface Connection {
  readonly baseUrl: string;
  readonly token: () => string;
  readonly language: string;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly timeouts: A2eTimeouts;
  readonly forms: KnownForms;
  /** Takes the present token, and whatever else is secret, out of a server's words. */
  readonly scrub: (text: string) => string;
}

/** Fills in the defaults. */
export function openConnection(options: A2eClientOptions): Connection {
  return {
    baseUrl: options.baseUrl,
    token: options.token,
    language: options.language ?? 'en-US',
    fetch: options.fetch ?? globalThis.fetch,
    now: options.now ?? Date.now,
    forms: createKnownForms(),
    timeouts: { ...DEFAULT_TIMEOUTS, ...options.timeouts },
    scrub: (text) => {
      const token = cleanToken(options.token());
      return scrub(text, token.ok ? token.value : '');
    },
  };
}
