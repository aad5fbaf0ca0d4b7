import { describe, expect, it } from 'vitest';
import { fail } from '../../electron/result.ts';
import { bytesBody } from './bytes-body.ts';
import { faultOf, fine, IMPATIENT, SIGNED, successOf, TOKEN, withServer } from './with-server.ts';

const bench = withServer();
const FIRST = 'POST /api/v1/r2/get_upload_presigned_url';
const SECOND = 'POST /api/v1/r2/upload-presigned-url';
const PUT = 'PUT /bucket/take.wav';
const SAMPLE = {
  body: bytesBody(new Uint8Array([1, 2, 3, 4]), 3),
  contentType: 'audio/wav',
  key: 'takes/take.wav',
};

/** The data of a link to this server, whose query is secret. */
function link(more: object = { cdnUrl: 'https://cdn.example/takes/take.wav' }) {
  return fine({ uploadUrl: `${bench.server.url}/bucket/take.wav?${SIGNED}`, expiresIn: 60, ...more });
}

describe('upload', () => {
  it('tells how many bytes are on their way, anew for each attempt', async () => {
    bench.server.on(FIRST, link());
    bench.server.on(PUT, { status: 503 }, { status: 200 });
    const told: number[] = [];
    successOf(await bench.client().upload({ ...SAMPLE, onSent: (bytes) => told.push(bytes) }));
    expect(told).toEqual([3, 4, 3, 4]);
  });

  it('asks for a fresh link where the time of the first is up before it is used again', async () => {
    bench.server.on(FIRST, link({ cdnUrl: 'https://cdn.example/1.wav', expiresIn: 1 }), link());
    bench.server.on(PUT, 'drop-read', { status: 200 });
    const { url } = successOf(await bench.client().upload(SAMPLE));
    expect([url, bench.server.count(FIRST)]).toEqual(['https://cdn.example/takes/take.wav', 2]);
  });

  it('asks for a link, puts the bytes without the token and answers the public address', async () => {
    bench.server.on(FIRST, link());
    bench.server.on(PUT, { status: 200 });
    const { url } = successOf(await bench.client().upload(SAMPLE));
    expect(url).toBe('https://cdn.example/takes/take.wav');
    const [asked, put] = bench.server.received;
    expect(JSON.parse(String(asked?.body))).toEqual({
      key: 'takes/take.wav',
      contentType: 'audio/wav',
      contentLength: 4,
    });
    expect(put?.path).toBe(`/bucket/take.wav?${SIGNED}`);
    expect([...(put?.body ?? [])]).toEqual([1, 2, 3, 4]);
    expect(put?.headers).toMatchObject({ 'content-type': 'audio/wav', 'content-length': '4' });
    expect(put?.headers).not.toHaveProperty('authorization');
    expect(put?.headers).not.toHaveProperty('transfer-encoding');
    expect(JSON.stringify(put?.headers)).not.toContain(TOKEN);
  });

  it.each([404, 405])(
    'where the first form answers %i the second is asked, and remembered',
    async (status) => {
      bench.server.on(FIRST, { status, body: '<html>' });
      bench.server.on(SECOND, link());
      bench.server.on(PUT, { status: 200 });
      const client = bench.client();
      successOf(await client.upload(SAMPLE));
      successOf(await client.upload(SAMPLE));
      expect([bench.server.count(FIRST), bench.server.count(SECOND)]).toEqual([1, 2]);
    },
  );

  it('where no form is known it is not-found', async () => {
    expect(faultOf(await bench.client().upload(SAMPLE)).code).toBe('not-found');
    expect([bench.server.count(FIRST), bench.server.count(SECOND)]).toEqual([1, 1]);
  });

  it('makes the public address of the bucket and the key that were returned', async () => {
    bench.server.on(FIRST, link({ bucket: 'a2e-files', key: 'renamed/take 1.wav' }));
    bench.server.on(PUT, { status: 200 });
    const { url } = successOf(await bench.client().upload(SAMPLE));
    expect(url).toBe('https://a2e-files.ai2everyone.com/renamed/take%201.wav');
  });

  it.each([401, 403])('a link that answers %i has expired: a fresh one is asked for', async (status) => {
    bench.server.on(FIRST, link());
    bench.server.on(PUT, { status }, { status: 200 });
    successOf(await bench.client().upload(SAMPLE));
    expect([bench.server.count(FIRST), bench.server.count(PUT)]).toEqual([2, 2]);
  });

  it('a fresh link that is refused too is upload-refused, without the signature', async () => {
    const xml = `<Error><Code>SignatureDoesNotMatch</Code><StringToSign>${SIGNED}</StringToSign></Error>`;
    bench.server.on(FIRST, link());
    bench.server.on(PUT, { status: 403, body: xml });
    const fault = faultOf(await bench.client().upload(SAMPLE));
    expect(fault).toMatchObject({ code: 'upload-refused', status: 403 });
    expect(fault.detail).toBe('the storage answered 403 (SignatureDoesNotMatch)');
    expect([bench.server.count(FIRST), bench.server.count(PUT)]).toEqual([2, 2]);
  });

  it('another refusal is not worth a second link', async () => {
    bench.server.on(FIRST, link());
    bench.server.on(PUT, { status: 413 });
    expect(faultOf(await bench.client().upload(SAMPLE))).toMatchObject({
      code: 'upload-refused',
      status: 413,
    });
    expect([bench.server.count(FIRST), bench.server.count(PUT)]).toEqual([1, 1]);
  });

  it.each([
    ['a storage that breaks', { status: 503 }],
    ['a connection that drops', 'drop-read'],
    ['a connection that drops before it read', 'drop-unread'],
  ] as const)('%s is tried three times in all', async (_name, rude) => {
    bench.server.on(FIRST, link());
    bench.server.on(PUT, rude, rude, { status: 200 });
    successOf(await bench.client().upload(SAMPLE));
    expect([bench.server.count(FIRST), bench.server.count(PUT)]).toEqual([1, 3]);
  });

  it.each([
    ['breaks for good', { status: 503 }, 'server-error'],
    ['drops every time', 'drop-read', 'interrupted'],
  ] as const)('a storage that %s is given up', async (_name, rude, code) => {
    bench.server.on(FIRST, link());
    bench.server.on(PUT, rude);
    const fault = faultOf(await bench.client().upload(SAMPLE));
    expect(fault.code).toBe(code);
    expect(bench.server.count(PUT)).toBe(3);
    expect(JSON.stringify(fault)).not.toContain('secret');
  });

  it('a storage that never answers is a time-out', async () => {
    bench.server.on(FIRST, link());
    bench.server.on(PUT, 'hang');
    const fault = faultOf(await bench.client({ timeouts: IMPATIENT }).upload(SAMPLE));
    expect(fault.code).toBe('timeout');
    expect(bench.server.count(PUT)).toBe(1);
    expect(JSON.stringify(fault)).not.toContain('secret');
  });

  it('a redirect of the PUT is not followed', async () => {
    bench.server.on(FIRST, link());
    bench.server.on(PUT, { status: 307, headers: { location: '/elsewhere' } });
    expect(faultOf(await bench.client().upload(SAMPLE)).code).toBe('redirected');
    expect(bench.server.count('PUT /elsewhere')).toBe(0);
  });

  it.each([
    ['no data', null],
    ['no link', { cdnUrl: 'https://cdn.example/a.wav' }],
    ['a link without a host', { uploadUrl: 'bucket/take.wav', cdnUrl: 'https://cdn.example/a.wav' }],
    [
      'a link that is no web address',
      { uploadUrl: 'file:///etc/passwd', cdnUrl: 'https://cdn.example/a.wav' },
    ],
    ['no public address', { uploadUrl: 'http://127.0.0.1:9/x' }],
    ['a bucket without a key', { uploadUrl: 'http://127.0.0.1:9/x', bucket: 'b' }],
    [
      'a bucket that is another host',
      { uploadUrl: 'http://127.0.0.1:9/x', bucket: 'evil.example/', key: 'k' },
    ],
    ['a public address without a host', { uploadUrl: 'http://127.0.0.1:9/x', cdnUrl: 'takes/a.wav' }],
  ])('%s is a bad answer', async (_name, data) => {
    bench.server.on(FIRST, fine(data));
    expect(faultOf(await bench.client().upload(SAMPLE))).toMatchObject({
      code: 'bad-answer',
      traceId: 'trace-1',
    });
  });

  it.each([
    ['paths of the server itself', { uploadUrl: `/bucket/take.wav?${SIGNED}`, cdnUrl: '/takes/a.wav' }],
    ['other spellings', { upload_url: `/bucket/take.wav?${SIGNED}`, public_url: '/takes/a.wav' }],
    ['what is wrapped once more', { link: { uploadUrl: '/bucket/take.wav', cdnUrl: '/takes/a.wav' } }],
  ])('links are understood as %s', async (_name, data) => {
    bench.server.on(FIRST, fine(data));
    bench.server.on(PUT, { status: 204 });
    expect(successOf(await bench.client().upload(SAMPLE)).url).toBe(`${bench.server.url}/takes/a.wav`);
    expect(bench.server.received.at(-1)?.headers).not.toHaveProperty('authorization');
  });

  it('a recording is not put unencrypted where the server itself is encrypted', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (url) => {
      asked.push(String(url));
      return Response.json({
        code: 0,
        data: { uploadUrl: 'http://r2.example/x', cdnUrl: 'https://r2.example/x' },
      });
    };
    const client = bench.client({ baseUrl: 'https://a2e.example', fetch });
    expect(faultOf(await client.upload(SAMPLE)).code).toBe('bad-answer');
    expect(asked).toHaveLength(1);
  });

  it('a token that is refused ends it', async () => {
    bench.server.on(FIRST, { status: 401 });
    expect(await bench.client().upload(SAMPLE)).toMatchObject(fail('token-refused'));
    expect(bench.server.received).toHaveLength(1);
  });

  it('stops in the pause before a repeat', async () => {
    bench.server.on(FIRST, link());
    bench.server.on(PUT, { status: 503 });
    const stop = new AbortController();
    const client = bench.client({ timeouts: { pause: 60_000 } });
    const ending = client.upload(SAMPLE, stop.signal);
    while (bench.server.count(PUT) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    setTimeout(() => stop.abort(), 30);
    expect(faultOf(await ending).code).toBe('canceled');
  });
});
