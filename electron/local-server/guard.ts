import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, refused } from './answer.ts';

/** Who may call: each check answers the refusal, or nothing where the call may go on. */
export interface Guard {
  /**
   * Refuses a Host that does not name this server (a web page whose own name was pointed at 127.0.0.1, "DNS
   * rebinding") and every call with an Origin: only a web page sends one, and none has business here.
   */
  sameMachine(headers: IncomingHttpHeaders): Answer | undefined;
  /** Refuses a call without the bearer token. Compared in constant time. */
  bearer(headers: IncomingHttpHeaders): Answer | undefined;
}

/** The guard of a server on this port with this token. */
export function makeGuard({ port, token }: { port: number; token: string }): Guard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);
  const expected = digest(token);
  return {
    sameMachine(headers) {
      if (!hosts.has(headers.host?.toLowerCase() ?? ''))
        return refused(403, 'The Host header does not name this server.');
      if (headers.origin !== undefined) return refused(403, 'Web pages may not call this server.');
      return undefined;
    },
    bearer(headers) {
      const given = /^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
      if (timingSafeEqual(digest(given.trim()), expected)) return undefined;
      return {
        ...refused(401, 'The token is missing or not right.'),
        headers: { 'WWW-Authenticate': 'Bearer' },
      };
    },
  };
}

/** Digests are of one length whatever the token's, so that they can be compared in constant time. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
