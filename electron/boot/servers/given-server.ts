import { readServerAddress } from '../../library/server-address.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { RemoteServer } from './server-line.ts';

/** What the environment says of servers. */
export interface GivenServer {
  /** Named by `TIMBRE_SERVER_URL`. */
  readonly server?: RemoteServer;
  /** `TIMBRE_TOKEN` where no address goes with it: for the server that is named otherwise. */
  readonly token?: string;
}

/**
 * The server of `TIMBRE_SERVER_URL` and `TIMBRE_TOKEN`. Fails with `server-address-wrong`, and with `server-unencrypted`
 * for http to another machine without `TIMBRE_ALLOW_HTTP=1`. A token alone counts only where a server `isNamed` for this
 * run: in a shell it may be there for something else.
 */
export function givenServer(
  env: NodeJS.ProcessEnv,
  { isNamed }: { readonly isNamed: boolean },
): Result<GivenServer, 'server-address-wrong' | 'server-unencrypted'> {
  const given = env['TIMBRE_SERVER_URL']?.trim();
  const token = env['TIMBRE_TOKEN'];
  if (!given) return ok(isNamed && token?.trim() ? { token } : {});
  const address = readServerAddress(given);
  if (!address) return fail('server-address-wrong');
  const { href: url, host, isUnencrypted } = address;
  if (isUnencrypted && env['TIMBRE_ALLOW_HTTP'] !== '1')
    return fail('server-unencrypted', { facts: { host } });
  return ok({
    server: { url, name: host, isUnencrypted, token: () => token ?? '', keeping: () => 'environment' },
  });
}
