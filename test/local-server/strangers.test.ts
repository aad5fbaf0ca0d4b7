import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalServer } from '../../electron/local-server/local-server.ts';
import { call, startedServer, TOKEN, temporaryFolder, type UploadLink, uploaded } from './serving.ts';

let server: LocalServer;
let port: number;
let removeFolder: () => Promise<void>;
let time = Date.parse('2025-03-01T12:00:00Z');

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  removeFolder = remove;
  server = await startedServer({ folder, now: () => time });
  port = Number(new URL(server.url).port);
});

afterAll(async () => {
  await server.close();
  await removeFolder();
});

/** A call with headers as given: the ordinary client would not send them. */
function bare({
  path = '/api/v1/user/remainingCoins',
  method = 'GET',
  headers = {},
  body = '',
}: {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, path, method, agent: false },
        headers: { Authorization: `Bearer ${TOKEN}`, ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part) => {
          text += part;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Bytes as they are on a fresh connection; answers what comes back until the end. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('error', () => resolve(text));
    socket.on('close', () => resolve(text));
    setTimeout(() => socket.destroy(), 700);
  });
}

describe('who may call', () => {
  test.each([
    ['the address', { Host: () => `127.0.0.1:${port}` }, 200],
    ['the name', { Host: () => `LOCALHOST:${port}` }, 200],
    ['the other address', { Host: () => `[::1]:${port}` }, 200],
    ['a name that was pointed at this computer', { Host: () => `evil.example:${port}` }, 403],
    ['another port', { Host: () => `127.0.0.1:${port + 1}` }, 403],
    ['no port', { Host: () => '127.0.0.1' }, 403],
    ['a web page', { Origin: () => 'https://evil.example' }, 403],
    ['a page in a sandbox', { Origin: () => 'null' }, 403],
    ['no token', { Authorization: () => '' }, 401],
    ['another token', { Authorization: () => 'Bearer another' }, 401],
    ['a token that begins like it', { Authorization: () => `Bearer ${TOKEN}x` }, 401],
    ['the token without its word', { Authorization: () => TOKEN }, 401],
    ['the word in small letters', { Authorization: () => `bearer ${TOKEN}` }, 200],
  ])('%s', async (_name, headers, status) => {
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value()]));
    const reply = await bare({ headers: given });
    expect(reply.status).toBe(status);
    const body = JSON.parse(reply.text);
    expect(body.code).toBe(status === 200 ? 0 : status);
    expect(body.trace_id).toBeTruthy();
    expect(reply.text).not.toContain(TOKEN);
  });

  test('a page cannot read public files either, even one that guesses a name', async () => {
    const path = new URL(await uploaded(server.url, new Uint8Array(4))).pathname;
    expect((await bare({ path, headers: { Authorization: '' } })).status).toBe(200);
    expect((await bare({ path, headers: { Origin: 'https://evil.example' } })).status).toBe(403);
  });

  test('only the loopback address listens', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });
});

describe('an upload link', () => {
  const link = async (): Promise<URL> => {
    const asked = { key: 'take.wav', contentType: 'audio/wav', contentLength: 4 };
    return new URL(
      (await call<UploadLink>(server.url, 'r2/upload-presigned-url', asked)).body.data.uploadUrl,
    );
  };
  const put = async (url: URL, type = 'audio/wav', body = new Uint8Array(4)) =>
    (await fetch(url, { method: 'PUT', headers: { 'Content-Type': type }, body })).status;
  const changed = (url: URL, name: string, value: string) => {
    const other = new URL(url);
    other.searchParams.set(name, value);
    return other;
  };

  test('takes what was announced, again too, and needs no token', async () => {
    const url = await link();
    expect([await put(url), await put(url)]).toEqual([200, 200]);
  });
  test('takes no other type, length, key, time or signature', async () => {
    const url = await link();
    expect(await put(url, 'text/html')).toBe(403);
    expect(await put(url, 'audio/wav', new Uint8Array(5))).toBe(400);
    const other = await link();
    expect(await put(new URL(url.href.replace(url.pathname, other.pathname)))).toBe(403);
    expect(await put(changed(url, 'expires', '99999999999999'))).toBe(403);
    expect(await put(changed(url, 'type', 'text/html'), 'text/html')).toBe(403);
    expect(await put(changed(url, 'sig', 'zz'))).toBe(403);
    expect(await put(changed(url, 'sig', '0'.repeat(64)))).toBe(403);
    expect(await put(new URL('/upload/..%2f..%2fvoices.json', url))).toBe(403);
  });
  test('dies after a quarter of an hour', async () => {
    const url = await link();
    time += 901_000;
    expect(await put(url)).toBe(403);
  });
  test('is not given for more than 50 MB, nor for a type that is none', async () => {
    const ask = async (more: object) =>
      (await call(server.url, 'r2/upload-presigned-url', { key: 'a', ...more })).status;
    expect(await ask({ contentLength: 50 * 1024 * 1024 + 1 })).toBe(413);
    expect(await ask({ contentType: 'audio/wav\r\nX-Evil: 1' })).toBe(400);
    expect(await ask({ contentLength: -1 })).toBe(400);
    expect(await ask({ key: '' })).toBe(400);
  });
  test('takes no more than 50 MB where no length was announced', async () => {
    const asked = await call<UploadLink>(server.url, 'r2/upload-presigned-url', {
      key: 'a',
      contentType: 'audio/wav',
    });
    const tooMuch = new Uint8Array(50 * 1024 * 1024 + 1);
    expect(await put(new URL(asked.body.data.uploadUrl), 'audio/wav', tooMuch)).toBe(413);
    expect((await fetch(asked.body.data.cdnUrl)).status).toBe(404);
  });
});

describe('hostile calls', () => {
  const training = '/api/v1/userVoice/training';
  test.each([
    ['JSON cut short', { method: 'POST', path: training, body: '{"name":' }, 400],
    ['a list', { method: 'POST', path: training, body: '[]' }, 400],
    ['null', { method: 'POST', path: training, body: 'null' }, 400],
    ['no UTF-8', { method: 'POST', path: training, body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }, 400],
    ['100,000 brackets', { method: 'POST', path: training, body: '['.repeat(100_000) }, 400],
    ['a prototype', { method: 'POST', path: training, body: '{"__proto__":{"name":"x"}}' }, 400],
    ['300 KB', { method: 'POST', path: training, body: `{"name":"${'x'.repeat(300_000)}"}` }, 413],
    ['an unknown path', { path: '/api/v1/nothing' }, 404],
    ['the root', { path: '/' }, 404],
    ['an address that cannot be decoded', { path: '/api/v1/userVoice/%E0%A4%A' }, 404],
    ['a way out of the folder', { path: '/files/samples/..%2F..%2Fvoices.json' }, 404],
    ['a way out of the folder, dots only', { path: '/files/speech/%2e%2e' }, 404],
    ['the voices themselves', { path: '/files/voices.json' }, 404],
    ['the type beside a sample', { path: `/files/samples/${'a'.repeat(32)}-x.type` }, 404],
    ['a whole address as target', { path: 'http://evil.example/api/v1/user/remainingCoins' }, 400],
    ['the wrong method', { method: 'DELETE', path: '/api/v1/user/remainingCoins' }, 405],
    ['POST to a list', { method: 'POST', path: '/api/v1/userVoice/completedRecord', body: '{}' }, 405],
    ['an upload by POST', { method: 'POST', path: '/upload/x', body: 'x' }, 405],
  ])('%s', async (_name, sent, status) => {
    const reply = await bare(sent);
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.text).code).not.toBe(0);
  });

  test('the wrong method is told the right ones', async () => {
    const reply = await bare({ method: 'PATCH', path: '/api/v1/anchor/language_list' });
    expect(reply.headers['allow']).toBe('GET, POST');
  });

  test.each([
    ['nonsense', 'this is no HTTP\r\n\r\n', '400 Bad Request'],
    ['a TLS hello', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]), '400 Bad Request'],
    ['no host', 'GET / HTTP/1.0\r\n\r\n', '403 Forbidden'],
    ['endless headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, '431 '],
    ['a negative length', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n', '400 Bad Request'],
  ])('%s on the connection', async (_name, bytes, answer) => {
    expect(await raw(bytes)).toContain(`HTTP/1.1 ${answer}`);
  });

  test('a body that never comes whole, a tunnel and a half answer leave the server standing', async () => {
    const head = `POST ${training} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${TOKEN}\r\n`;
    await Promise.all([
      raw(`${head}Content-Length: 1000\r\n\r\n{"name"`),
      raw(`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`),
      raw('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'),
      raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`),
    ]);
    expect((await call(server.url, 'user/remainingCoins')).status).toBe(200);
  });
});
