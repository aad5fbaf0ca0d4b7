/** Where an A2E server is. */
export interface ServerAddress {
  /** Without the last slash; what the server is known by. */
  readonly href: string;
  readonly host: string;
  /** Plain http to another machine: the token would travel in the clear. */
  readonly isUnencrypted: boolean;
}

/** The hosts that never leave this machine. */
const LOOPBACK = /^(localhost|(.+\.)?localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Reads an http(s) address without credentials, query or fragment; undefined for anything else. A path is fine. */
export function readServerAddress(text: string): ServerAddress | undefined {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!isPlain || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  return {
    href: (url.origin + url.pathname).replace(/\/+$/, ''),
    host: url.host,
    isUnencrypted: url.protocol === 'http:' && !LOOPBACK.test(url.hostname),
  };
}
