import type { ServerView, TokenKept } from '../../electron/contract/calls.ts';
import type { Fault } from '../../electron/result.ts';

/** The servers of A2E itself. */
export const A2E_ADDRESSES = {
  a2e: { words: 'A2E', name: 'A2E', url: 'https://video.a2e.ai' },
  china: { words: 'A2E in China', name: 'A2E China', url: 'https://video.a2e.com.cn' },
} as const;

const TOKENS: { readonly [T in TokenKept]: string } = {
  keyring: 'Its token is sealed by this computer’s keyring.',
  run: 'Its token is kept until Timbre quits: this computer has no keyring.',
  plain: 'Its token is kept in the plain in the library folder, as you chose.',
  locked:
    'Its token is sealed in a keyring that cannot be opened now. Unlock it and start Timbre again, or enter it anew.',
  environment: 'Named by TIMBRE_SERVER_URL, with the token in TIMBRE_TOKEN.',
  none: 'There is no token for it.',
};

/** How the token of a server is kept, and whether it travels in the clear. */
export function tokenWords({ token, isUnencrypted }: Pick<ServerView, 'token' | 'isUnencrypted'>): string {
  const kept = token === undefined ? 'It runs inside Timbre and needs no account.' : TOKENS[token];
  return isUnencrypted ? `${kept} It travels unencrypted.` : kept;
}

/** Whether a server may be kept although its test ended so: the network may be at fault, or the server asleep. */
export function mayBeKeptUntested({ code }: Fault): boolean {
  return ['offline', 'timeout', 'interrupted', 'server-error', 'rate-limited', 'occupied'].includes(code);
}
