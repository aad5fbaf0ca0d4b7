import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { SampleBody } from '../../electron/a2e/client.ts';
import { putStream } from '../../electron/a2e/put-stream.ts';
import { bytesBody } from './bytes-body.ts';
import { faultOf, SIGNED, successOf } from './with-server.ts';

/** More than the system takes off one's hands at once. */
const LARGE = bytesBody(new Uint8Array(20_000_000), 1_000_000);

let server: Server | undefined;
afterEach(() => server?.close());

/** A server without manners: it is handed the connection, and the head of the request once that is there. */
async function listen(onHead: (socket: Socket, head: string) => void): Promise<URL> {
  const opened = createServer((socket) => {
    socket.on('error', () => undefined);
    let head = '';
    socket.on('data', (bytes) => {
      if (head.includes('\r\n\r\n')) return;
      head += bytes.toString('latin1');
      if (head.includes('\r\n\r\n')) onHead(socket, head);
    });
  });
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  const address = opened.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return new URL(`http://127.0.0.1:${address.port}/bucket/take.wav?${SIGNED}`);
}

const put = (url: URL, more: { body?: SampleBody; withinMs?: number; signal?: AbortSignal } = {}) =>
  putStream({ url, contentType: 'audio/wav', body: LARGE, withinMs: 10_000, maxBytes: 64_000, ...more });

const refusal = (body: string) =>
  `HTTP/1.1 413 Too Large\r\ncontent-type: application/xml\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

it('a refusal that comes before all is sent is told as it is, and the rest is kept', async () => {
  let taken = 0;
  const url = await listen((socket) => {
    socket.on('data', (bytes) => {
      taken += bytes.length;
    });
    socket.pause();
    socket.write(refusal('<Code>EntityTooLarge</Code>'));
    setTimeout(() => socket.resume(), 100);
  });
  const reply = successOf(await put(url));
  expect([reply.status, new TextDecoder().decode(reply.body as Uint8Array)]).toEqual([
    413,
    '<Code>EntityTooLarge</Code>',
  ]);
  expect(taken).toBeLessThan(LARGE.byteLength);
});

it('a refusal whose connection breaks within its words is still that refusal', async () => {
  const url = await listen((socket) => {
    socket.pause();
    socket.write('HTTP/1.1 403 Forbidden\r\ncontent-length: 1000\r\n\r\n<Code>Acc');
    setTimeout(() => socket.resetAndDestroy(), 50);
  });
  expect(successOf(await put(url)).status).toBe(403);
});

it('what is said to be taken before it was all sent is interrupted', async () => {
  const url = await listen((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'));
  expect(faultOf(await put(url)).code).toBe('interrupted');
});

it('a proxy that wants a sign-in is told as one', async () => {
  const url = await listen((socket) => {
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
  });
  expect(faultOf(await put(url, { body: bytesBody(new Uint8Array(3)) })).code).toBe('proxy');
});

it.each([
  ['fewer', 2],
  ['more', 4],
])('a file that has %s bytes than were announced is not sent as if it had', async (_how, length) => {
  const url = await listen(() => undefined);
  const body = { byteLength: 3, read: bytesBody(new Uint8Array(length)).read };
  expect(faultOf(await put(url, { body })).code).toBe('interrupted');
});

it('a file that cannot be read on ends it', async () => {
  const url = await listen(() => undefined);
  const body: SampleBody = {
    byteLength: 10,
    async *read() {
      yield new Uint8Array(5);
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' });
    },
  };
  const fault = faultOf(await put(url, { body }));
  expect(fault).toMatchObject({ code: 'interrupted' });
  expect(fault.detail).toContain('EIO');
});

it('nobody there is offline', async () => {
  const url = await listen(() => undefined);
  await new Promise((resolve) => server?.close(resolve));
  expect(faultOf(await put(url)).code).toBe('offline');
});

it('an encrypted connection with something that speaks no TLS is told as that', async () => {
  const url = await listen(() => undefined);
  const plain = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end('220 mail.example ready\r\n');
  });
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  const address = plain.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  url.protocol = 'https:';
  url.port = String(address.port);
  expect(faultOf(await put(url)).code).toBe('tls');
  plain.close();
});

it('stops where it is when it is canceled, and where its time is up', async () => {
  const url = await listen((socket) => socket.pause());
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  expect(faultOf(await put(url, { signal: stop.signal })).code).toBe('canceled');
  expect(faultOf(await put(url, { signal: stop.signal })).code).toBe('canceled');
  const late = faultOf(await put(url, { withinMs: 100 }));
  expect(late.code).toBe('timeout');
  expect(JSON.stringify(late)).not.toContain('secret');
});
