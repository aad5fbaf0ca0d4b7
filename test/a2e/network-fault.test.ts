import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { classifyNetworkError } from '../../electron/a2e/network-fault.ts';
import { faultOf, withServer } from './with-server.ts';

const bench = withServer();

/** As Node's fetch rejects. */
function fetchFailed(cause: object): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('x'), cause) });
}

describe('what a failed fetch means', () => {
  it.each([
    ['a proxy that makes no tunnel', { code: 'ERR_PROXY_TUNNEL' }, 'proxy'],
    ['a refused connection', { code: 'ECONNREFUSED', syscall: 'connect' }, 'offline'],
    ['an unknown name', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'host-unknown'],
    ['a resolver that does not answer', { code: 'EAI_AGAIN' }, 'offline'],
    ['an unreachable host', { code: 'EHOSTUNREACH' }, 'offline'],
    ['an unreachable network', { code: 'ENETUNREACH' }, 'offline'],
    ['a network that is down', { code: 'ENETDOWN' }, 'offline'],
    ['a connection not made in time', { code: 'UND_ERR_CONNECT_TIMEOUT' }, 'offline'],
    ['a connection not made in the system’s time', { code: 'ETIMEDOUT', syscall: 'connect' }, 'offline'],
    ['a reset while connecting', { code: 'ECONNRESET', syscall: 'connect' }, 'offline'],
    ['a host lost while its answer is read', { code: 'EHOSTUNREACH', syscall: 'read' }, 'interrupted'],
    ['a reset', { code: 'ECONNRESET', syscall: 'read' }, 'interrupted'],
    ['a broken pipe', { code: 'EPIPE', syscall: 'write' }, 'interrupted'],
    ['the other side closed', { code: 'UND_ERR_SOCKET' }, 'interrupted'],
    ['an expired certificate', { code: 'CERT_HAS_EXPIRED' }, 'clock-wrong'],
    ['a certificate of tomorrow', { code: 'CERT_NOT_YET_VALID' }, 'clock-wrong'],
    ['a self-signed certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'tls'],
    ['a self-signed authority', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'tls'],
    ['an unknown authority', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'tls'],
    ['a certificate for another name', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'tls'],
    ['headers that do not come', { code: 'UND_ERR_HEADERS_TIMEOUT' }, 'timeout'],
    ['a body that does not come', { code: 'UND_ERR_BODY_TIMEOUT' }, 'timeout'],
    ['an answer that is no HTTP', { code: 'HPE_INVALID_CONSTANT' }, 'bad-answer'],
    ['something unheard of', { code: 'EWHATEVER' }, 'interrupted'],
    ['an error without a code', {}, 'interrupted'],
  ])('%s', (_name, cause, code) => {
    expect(classifyNetworkError(fetchFailed(cause)).code).toBe(code);
  });

  it('a host with several addresses hides the reason one level deeper', () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' });
    expect(
      classifyNetworkError(new TypeError('fetch failed', { cause: new AggregateError([refused]) })).code,
    ).toBe('offline');
    expect(classifyNetworkError(fetchFailed({ errors: [refused] })).code).toBe('offline');
  });

  it.each([
    ['proxy authentication required', 'proxy'],
    ['bad port', 'offline'],
  ])('what Node says in words alone: %s', (words, code) => {
    expect(classifyNetworkError(new TypeError('fetch failed', { cause: new Error(words) })).code).toBe(code);
  });

  it.each([undefined, null, 'text', new Error('x')])(
    '%s thrown instead of an error is interrupted',
    (thrown) => {
      expect(classifyNetworkError(thrown).code).toBe('interrupted');
    },
  );

  it('an error that is its own cause does not go round for ever', () => {
    const error = new Error('x');
    error.cause = error;
    expect(classifyNetworkError(error).code).toBe('interrupted');
  });
});

describe('with real sockets', () => {
  it('a port where nobody listens is offline', async () => {
    const port = await freePort();
    const fault = faultOf(await bench.client({ baseUrl: `http://127.0.0.1:${port}` }).credits());
    expect(fault).toMatchObject({ code: 'offline', detail: `ECONNREFUSED (127.0.0.1:${port})` });
  });

  it('a server that does not speak TLS is tls', async () => {
    const fault = faultOf(
      await bench.client({ baseUrl: bench.server.url.replace('http:', 'https:') }).credits(),
    );
    expect(fault.code).toBe('tls');
    expect(bench.server.received).toHaveLength(0);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
