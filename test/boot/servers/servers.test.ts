import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { StartLocalServer } from '../../../electron/boot/servers/server-line.ts';
import { openServers } from '../../../electron/boot/servers/servers.ts';
import { openServerShelf } from '../../../electron/library/server-shelf.ts';
import { openTokenShelf } from '../../../electron/library/token-shelf.ts';
import { AVATARS } from '../../../electron/local-server/avatars.ts';
import { fail, ok } from '../../../electron/result.ts';
import { freeTill } from '../../cloning/test-till.ts';
import { memoryStore } from '../../library/memory-store.ts';
import { memoryVault } from '../../library/memory-vault.ts';
import { temporaryFolder } from '../../recording/temporary-folder.ts';
import { NO_PURSE } from './no-purse.ts';

const never: StartLocalServer = async () => {
  throw new Error('nobody asked for the server on this computer');
};
const undo: (() => void)[] = [];
afterEach(() => {
  for (const each of undo.splice(0)) each();
});

interface Given {
  env?: NodeJS.ProcessEnv;
  startLocal?: StartLocalServer;
  wanted?: string;
  kept?: ReturnType<typeof memoryStore>;
  folder?: string;
  vault?: ReturnType<typeof memoryVault>;
}

/** Servers over a shelf in memory and a keyring; `told` is everything that was said of them. */
async function openAll(given: Given = {}) {
  const { env = {}, startLocal = never, wanted, kept = memoryStore(), vault = memoryVault() } = given;
  const folder = given.folder ?? (await temporaryFolder());
  const tokens = await openTokenShelf({ folder, vault, now: () => 1, onSetAside: () => {} });
  const told: unknown[] = [];
  const opened = openServers({
    ...{ env, startLocal, wanted, tokens, shelf: openServerShelf(kept), language: 'en-US' },
    accountOf: () => ({ told: () => undefined, held: () => undefined, room: () => null }),
    tillOf: () => freeTill(),
    onChanged: (view) => told.push({ changed: view }),
    onGone: (id) => told.push({ gone: id }),
    onChosen: (id) => told.push({ chosen: id }),
    onConnected: (id) => told.push({ connected: id }),
  });
  return { opened, told, kept, folder, vault, tokens };
}
async function openWell(given: Given = {}) {
  const { opened, ...rest } = await openAll(given);
  if (!opened.ok) throw new Error(opened.fault.code);
  return { servers: opened.value, ...rest };
}

/** A server that answers as told; its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that knows one token. */
const serveA2e = () =>
  serve((request, response) => {
    const isKnown = request.headers.authorization === 'Bearer sk_right';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isKnown ? { code: 0, data: { coins: 42 } } : { code: 401, msg: 'no' }));
  });

const ASK = { name: '', token: 'sk_right', keepPlain: false, allowUnencrypted: false, untested: false };

describe('the server of the environment', () => {
  it('is the chosen one, beside this computer, and is not written down', async () => {
    const env = { TIMBRE_SERVER_URL: ' https://Video.a2e.ai/ ', TIMBRE_TOKEN: 'sk_1' };
    const { servers, kept } = await openWell({ env });
    expect(servers.chosen()).toEqual({
      ...{ id: 'https://video.a2e.ai', name: 'video.a2e.ai', url: 'https://video.a2e.ai', kind: 'remote' },
      ...{
        reach: { is: 'unknown' },
        speaksWithStockVoices: false,
        textLimit: 1000,
        atOnce: 4,
        token: 'environment',
      },
    });
    expect(servers.list().map(({ id }) => id)).toEqual(['local', 'https://video.a2e.ai']);
    expect(
      await servers.change({ serverId: 'https://video.a2e.ai', keepPlain: false, untested: true }),
    ).toMatchObject({ fault: { code: 'server-fixed' } });
    expect(kept.content).toEqual({});
  });

  it.each([
    { url: 'ftp://video.a2e.ai', code: 'server-address-wrong' },
    { url: 'http://a2e.example', code: 'server-unencrypted' },
  ])('is refused where it is $url', async ({ url, code }) => {
    expect((await openAll({ env: { TIMBRE_SERVER_URL: url } })).opened).toMatchObject({ fault: { code } });
  });

  it('may be plain http elsewhere where that is said', async () => {
    const env = { TIMBRE_SERVER_URL: 'http://a2e.example', TIMBRE_ALLOW_HTTP: '1' };
    expect((await openWell({ env })).servers.chosen()).toMatchObject({ isUnencrypted: true });
  });

  it.each([{}, { TIMBRE_SERVER_URL: '' }, { TIMBRE_TOKEN: 'sk_1' }])('is none in %j', async (env) => {
    const { servers } = await openWell({ env });
    expect(servers.list()).toEqual([
      {
        ...{ id: 'local', name: 'This computer', url: '', kind: 'local', reach: { is: 'unknown' } },
        ...{ speaksWithStockVoices: true, textLimit: 1000, atOnce: 2 },
        avatars: AVATARS.map(({ id, name }) => ({ id, name })),
      },
    ]);
  });
});

describe('a server that is added', () => {
  it('is tested, kept, usable beside the others, and there at the next start without its token in the list', async () => {
    const url = await serveA2e();
    const { servers, told, kept, folder, vault } = await openWell();
    const added = await servers.add({ ...ASK, url: `${url}/`, name: ' Desk ', token: '  Bearer sk_right\n' });
    expect(added).toMatchObject({ ok: true, value: { id: url, name: 'Desk', coins: 42, token: 'keyring' } });
    expect(told.at(-1)).toEqual({ connected: url });
    expect(servers.chosen().id).toBe('local');
    expect(await servers.connect(url)).toMatchObject({ ok: true, value: { server: url } });
    expect(servers.choose(url)).toMatchObject({ ok: true });
    expect(JSON.stringify([kept.content, told, servers.list()])).not.toContain('sk_right');

    const next = await openWell({ kept, folder, vault });
    expect(next.servers.chosen()).toMatchObject({ id: url, name: 'Desk', token: 'keyring' });
    expect(await next.servers.check()).toMatchObject({ reach: { is: 'reachable' }, coins: 42 });
  });

  it.each<{ what: string; code: string; ask?: Partial<typeof ASK>; answer: RequestListener }>([
    {
      what: 'the token is wrong',
      code: 'token-refused',
      answer: (_request, response) => response.writeHead(401).end('{"code":401,"msg":"bad token"}'),
    },
    {
      what: 'there is no token',
      code: 'token-refused',
      ask: { token: ' \n' },
      answer: (_request, response) => response.end(),
    },
    {
      what: 'it is no A2E server',
      code: 'bad-answer',
      answer: (_request, response) => response.writeHead(404).end('<html>nothing here</html>'),
    },
    {
      what: 'it is a sign-in page',
      code: 'bad-answer',
      answer: (_request, response) => response.end('<html>sign in</html>'),
    },
    {
      what: 'it sends elsewhere',
      code: 'redirected',
      answer: (_request, response) =>
        response.writeHead(302, { location: 'https://login.example/in?ticket=secret' }).end(),
    },
  ])('is not kept where $what', async ({ code, ask, answer }) => {
    const url = await serve(answer);
    const { servers, kept, folder } = await openWell();
    const added = await servers.add({ ...ASK, ...ask, url });
    expect(added).toMatchObject({ ok: false, fault: { code } });
    if (code === 'redirected')
      expect(added).toMatchObject({ fault: { facts: { to: 'https://login.example' } } });
    expect(JSON.stringify(added)).not.toMatch(/secret|sk_/);
    expect([servers.list().length, kept.content]).toEqual([1, {}]);
    expect((await openWell({ kept, folder })).servers.list().length).toBe(1);
  });

  it('is kept untested where a person says so, as without a network', async () => {
    const { servers } = await openWell();
    const url = await serveA2e();
    for (const each of undo.splice(0)) each();
    expect(await servers.add({ ...ASK, url })).toMatchObject({ fault: { code: 'offline' } });
    expect(await servers.add({ ...ASK, url, untested: true })).toMatchObject({
      ok: true,
      value: { reach: { is: 'unknown' } },
    });
  });

  it.each([
    { url: 'video.a2e.ai', code: 'server-address-wrong' },
    { url: 'http://a2e.example', code: 'server-unencrypted' },
    { url: 'https://kept.example/', code: 'server-known' },
  ])('is refused at $url before anything is sent', async ({ url, code }) => {
    const kept = memoryStore({ servers: [{ url: 'https://kept.example', name: 'Kept' }] });
    const { servers } = await openWell({ kept });
    expect(await servers.add({ ...ASK, url })).toMatchObject({ fault: { code } });
  });

  it('takes a new name and a new token, and the old ones stay where the new are not good', async () => {
    const url = await serveA2e();
    const { servers, tokens } = await openWell();
    await servers.add({ ...ASK, url });
    const change = { serverId: url, keepPlain: false, untested: false };
    expect(await servers.change({ ...change, token: 'sk_wrong' })).toMatchObject({
      fault: { code: 'token-refused' },
    });
    expect(await servers.change({ ...change, name: ' ' })).toMatchObject({ fault: { code: 'name-missing' } });
    expect(tokens.get(url)).toBe('sk_right');
    expect(
      await servers.change({ ...change, name: 'Desk', token: ' sk_right ', keepPlain: true }),
    ).toMatchObject({
      value: { name: 'Desk', token: 'plain' },
    });
  });

  it('is given as many lines at once as it is said to take, from then on and after a restart', async () => {
    const url = await serveA2e();
    const kept = memoryStore();
    const { servers } = await openWell({ kept });
    expect(await servers.add({ ...ASK, url })).toMatchObject({ value: { atOnce: 4 } });
    const change = { serverId: url, keepPlain: false, untested: false };
    expect(await servers.change({ ...change, atOnce: 9 })).toMatchObject({ value: { atOnce: 9 } });
    expect(await servers.change({ ...change, name: 'Desk' })).toMatchObject({ value: { atOnce: 9 } });
    const again = await openWell({ kept });
    expect(again.servers.list().find(({ id }) => id === url)?.atOnce).toBe(9);
  });

  it('is gone with its token when it is removed, and this computer is chosen again', async () => {
    const url = await serveA2e();
    const { servers, told, tokens } = await openWell();
    await servers.add({ ...ASK, url });
    servers.choose(url);
    expect(await servers.remove(url)).toEqual(ok(undefined));
    expect(told.slice(-2)).toEqual([{ chosen: 'local' }, { gone: url }]);
    expect(tokens.get(url)).toBeUndefined();
    expect(await servers.connect(url)).toMatchObject({ fault: { code: 'server-not-set' } });
    expect(await servers.remove('local')).toMatchObject({ fault: { code: 'server-fixed' } });
  });

  it('without its token now cannot be called, and says so', async () => {
    const kept = memoryStore({ servers: [{ url: 'https://kept.example', name: 'Kept' }] });
    const { servers } = await openWell({ kept });
    expect(await servers.connect('https://kept.example')).toMatchObject({ fault: { code: 'token-missing' } });
    expect(await servers.check('https://kept.example')).toMatchObject({
      token: 'none',
      reach: { is: 'unreachable', fault: { code: 'token-missing' } },
    });
  });
});

describe('a server that is named for this run', () => {
  const kept = () => memoryStore({ servers: [{ url: 'https://kept.example', name: 'Kept' }] });

  it.each(['kept', 'https://kept.example/', 'This Computer', 'local'])('is found as %s', async (wanted) => {
    const { servers } = await openWell({ kept: kept(), wanted });
    expect(servers.chosen().id).toBe(/kept/.test(wanted) ? 'https://kept.example' : 'local');
  });

  it('gets the token of the environment, unless that is for another server', async () => {
    const one = await openWell({ kept: kept(), wanted: 'kept', env: { TIMBRE_TOKEN: 'sk_1' } });
    expect(one.servers.chosen().token).toBe('environment');
    const env = { TIMBRE_SERVER_URL: 'https://a2e.example', TIMBRE_TOKEN: 'sk_1' };
    const other = await openWell({ kept: kept(), wanted: 'kept', env });
    expect(other.servers.chosen()).toMatchObject({ id: 'https://kept.example', token: 'none' });
    const none = await openWell({ kept: kept(), env: { TIMBRE_TOKEN: 'sk_1' } });
    expect(none.servers.list()[1]?.token).toBe('none');
  });

  it('that is not there is an error, never another one', async () => {
    expect((await openAll({ kept: kept(), wanted: 'keep' })).opened).toMatchObject({
      fault: { code: 'server-not-found' },
    });
  });
});

describe('the server on this computer', () => {
  it('is started once, when it is first needed, with a token of its own', async () => {
    const given: string[] = [];
    let closed = 0;
    const { servers } = await openWell({
      startLocal: async (token) => {
        given.push(token);
        return ok({ url: 'http://127.0.0.1:8001', purse: NO_PURSE, close: async () => void closed++ });
      },
    });
    expect(given).toEqual([]);
    const both = await Promise.all([servers.connect('local'), servers.connect('local')]);
    expect(both[0]).toMatchObject({ ok: true, value: { server: 'local', languages: ['en'] } });
    expect(both[0].ok && both[1].ok && both[0].value.client === both[1].value.client).toBe(true);
    expect(given).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    await servers.close();
    expect(closed).toBe(1);
  });

  it('that could not be started is tried again the next time', async () => {
    let isBusy = true;
    const { servers } = await openWell({
      startLocal: async () =>
        isBusy
          ? fail('folder-in-use')
          : ok({ url: 'http://127.0.0.1:8001', purse: NO_PURSE, close: async () => {} }),
    });
    expect(await servers.connect('local')).toEqual({
      ok: false,
      fault: { code: 'server-not-started', detail: 'folder-in-use' },
    });
    isBusy = false;
    expect((await servers.connect('local')).ok).toBe(true);
  });

  it('that was never needed has nothing to close', async () => {
    await (await openWell()).servers.close();
  });
});

it('a check tells the credits, or what stands in the way, and never the token', async () => {
  const url = await serveA2e();
  const right = await openWell({ env: { TIMBRE_SERVER_URL: url, TIMBRE_TOKEN: 'sk_right' } });
  expect(await right.servers.check()).toMatchObject({ coins: 42, reach: { is: 'reachable' } });
  expect(right.told).toEqual([{ changed: right.servers.chosen() }]);
  const wrong = await openWell({ env: { TIMBRE_SERVER_URL: url, TIMBRE_TOKEN: 'sk_wrong.token' } });
  const view = await wrong.servers.check();
  expect(view).toMatchObject({ reach: { is: 'unreachable', fault: { code: 'token-refused' } } });
  expect(JSON.stringify([view, wrong.told])).not.toContain('sk_wrong');
});
