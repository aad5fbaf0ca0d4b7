import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { chooseServer, type StartLocalServer } from '../../electron/boot/server-in-use.ts';
import type { ServerView } from '../../electron/contract/calls.ts';
import { fail, ok } from '../../electron/result.ts';

const never: StartLocalServer = async () => {
  throw new Error('nobody asked for the server on this computer');
};

function choose(env: NodeJS.ProcessEnv, startLocal: StartLocalServer = never) {
  const changes: ServerView[] = [];
  const chosen = chooseServer({ env, startLocal, onChanged: (view) => changes.push(view) });
  return { chosen, changes };
}
const chosen = (...args: Parameters<typeof choose>) => {
  const { chosen: server, changes } = choose(...args);
  if (!server.ok) throw new Error(server.fault.code);
  return { server: server.value, changes };
};

describe('the address of a server', () => {
  it.each([
    { address: 'https://video.a2e.ai', id: 'https://video.a2e.ai', name: 'video.a2e.ai' },
    { address: ' https://video.a2e.ai/ ', id: 'https://video.a2e.ai', name: 'video.a2e.ai' },
    { address: 'HTTPS://Video.A2E.ai:443', id: 'https://video.a2e.ai', name: 'video.a2e.ai' },
    { address: 'http://127.0.0.1:8787', id: 'http://127.0.0.1:8787', name: '127.0.0.1:8787' },
    { address: 'http://localhost:8787//', id: 'http://localhost:8787', name: 'localhost:8787' },
    { address: 'https://a2e.example/gateway/', id: 'https://a2e.example/gateway', name: 'a2e.example' },
    { address: 'http://[::1]:8787', id: 'http://[::1]:8787', name: '[::1]:8787' },
  ])('$address is $id', ({ address, id, name }) => {
    const { server } = chosen({ TIMBRE_SERVER_URL: address });
    expect(server.id).toBe(id);
    expect(server.view()).toEqual({
      ...{ id, name, url: id, kind: 'remote', reach: { is: 'unknown' } },
      ...{ speaksWithStockVoices: false, textLimit: 1000 },
    });
  });

  it.each([
    'video.a2e.ai',
    'localhost:8787',
    'ftp://video.a2e.ai',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    'https://name:secret@video.a2e.ai',
    'https://video.a2e.ai?token=1',
    'https://video.a2e.ai#x',
    'https://video.a2e.ai:99999',
    'not an address',
  ])('is never %s', (address) => {
    expect(choose({ TIMBRE_SERVER_URL: address }).chosen).toEqual({
      ok: false,
      fault: { code: 'server-address-wrong' },
    });
  });

  it.each([{}, { TIMBRE_SERVER_URL: '' }, { TIMBRE_SERVER_URL: '  ' }])(
    'that is not given (%j) is that of this computer',
    (env) => {
      expect(chosen(env).server.view()).toEqual({
        ...{ id: 'local', name: 'This computer', url: '', kind: 'local', reach: { is: 'unknown' } },
        ...{ speaksWithStockVoices: true, textLimit: 1000 },
      });
    },
  );
});

describe('the server on this computer', () => {
  it('is started once, when it is first needed, with a token of its own', async () => {
    const tokens: string[] = [];
    let closed = 0;
    const { server } = chosen({}, async (token) => {
      tokens.push(token);
      return ok({ url: 'http://127.0.0.1:8001', close: async () => void closed++ });
    });
    expect(tokens).toEqual([]);
    const both = await Promise.all([server.connect('local'), server.connect('local')]);
    expect(both[0]).toMatchObject({ ok: true, value: { server: 'local', languages: ['en'] } });
    expect(both[0].ok && both[1].ok && both[0].value.client === both[1].value.client).toBe(true);
    expect(tokens).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    await server.close();
    expect(closed).toBe(1);
  });

  it('that could not be started is tried again the next time', async () => {
    let isBusy = true;
    const { server } = chosen({}, async () =>
      isBusy ? fail('folder-in-use') : ok({ url: 'http://127.0.0.1:8001', close: async () => {} }),
    );
    expect(await server.connect('local')).toEqual({
      ok: false,
      fault: { code: 'server-not-started', detail: 'folder-in-use' },
    });
    isBusy = false;
    expect((await server.connect('local')).ok).toBe(true);
  });

  it('that was never needed has nothing to close', async () => {
    await chosen({}).server.close();
  });
});

describe('only the server in use is connected to', () => {
  it.each([
    { env: { TIMBRE_SERVER_URL: 'https://video.a2e.ai' }, other: 'local' },
    { env: { TIMBRE_SERVER_URL: 'https://video.a2e.ai' }, other: 'https://video.a2e.com.cn' },
    { env: {}, other: 'https://video.a2e.ai' },
  ])('and not $other', async ({ env, other }) => {
    expect(await chosen(env).server.connect(other)).toMatchObject({
      ok: false,
      fault: { code: 'server-not-set' },
    });
  });
});

describe('a check', () => {
  /** A server that knows one token; answers its address and what ends it. */
  async function serve(): Promise<{ url: string; close: () => void }> {
    const server = createServer((request, response) => {
      const isKnown = request.headers.authorization === 'Bearer right';
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(isKnown ? { code: 0, data: { coins: 42 } } : { code: 401, msg: 'no' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}`,
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    };
  }

  it('tells the credits, or what stands in the way, and never the token', async () => {
    const { url, close } = await serve();
    try {
      const right = chosen({ TIMBRE_SERVER_URL: url, TIMBRE_TOKEN: 'right' });
      expect(await right.server.check()).toMatchObject({ coins: 42, reach: { is: 'reachable' } });
      expect(right.changes).toEqual([right.server.view()]);
      const wrong = chosen({ TIMBRE_SERVER_URL: url, TIMBRE_TOKEN: 'sk_wrong.token' });
      const view = await wrong.server.check();
      expect(view).toMatchObject({ reach: { is: 'unreachable', fault: { code: 'token-refused' } } });
      expect(JSON.stringify([view, wrong.changes])).not.toContain('sk_wrong');
    } finally {
      close();
    }
  });
});
