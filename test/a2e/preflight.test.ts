import { describe, expect, it } from 'vitest';
import { faultOf, SIGNED, successOf, TOKEN, withServer } from './with-server.ts';

const bench = withServer();
const HEAD = 'HEAD /take.wav';
const GET = 'GET /take.wav';
const GOOD = { headers: { 'content-type': 'audio/wav', 'content-length': '4' } };
const look = (path = '/take.wav') => bench.client().preflight(`${bench.server.url}${path}`, 4);

describe('preflight', () => {
  it('a sample that answers as A2E needs passes, and the token stays here', async () => {
    bench.server.on(HEAD, GOOD);
    successOf(await look());
    expect(JSON.stringify(bench.server.received)).not.toContain(TOKEN);
  });

  it.each(['audio/mpeg', 'Audio/WAV; codecs=1', 'video/mp4'])('the type %s passes', async (type) => {
    bench.server.on(HEAD, { headers: { 'content-type': type } });
    successOf(await look());
  });

  it.each([403, 405, 501])('where HEAD answers %i a GET is made, its body not waited for', async (status) => {
    bench.server.on(HEAD, { status });
    bench.server.on(GET, { ...GOOD, body: 'abcd' });
    successOf(await look());
    expect(bench.server.count(GET)).toBe(1);
  });

  it('a GET whose body never ends passes by its headers', async () => {
    bench.server.on(HEAD, { status: 405 });
    bench.server.on(GET, { headers: { 'content-type': 'audio/wav' }, endless: true });
    successOf(await look());
  });

  it.each([
    ['a missing file', { status: 404 }, 'answers 404'],
    ['a private file', { status: 401 }, 'answers 401'],
    ['part of a file', { ...GOOD, status: 206 }, 'answers 206'],
    ['a redirect', { status: 302, headers: { location: '/other.wav' } }, 'redirected'],
    ['a web page', { headers: { 'content-type': 'text/html' } }, 'text/html'],
    ['raw bytes', { headers: { 'content-type': 'application/octet-stream' } }, 'application/octet-stream'],
    ['no type', {}, 'missing'],
    ['another length', { headers: { 'content-type': 'audio/wav', 'content-length': '5' } }, '5 bytes'],
  ])('%s is sample-unreachable and says so', async (_name, behaviour, says) => {
    bench.server.on(HEAD, behaviour);
    const fault = faultOf(await look(`/take.wav?${SIGNED}`));
    expect(fault.code).toBe('sample-unreachable');
    expect(fault.detail).toContain(says);
    expect(JSON.stringify(fault)).not.toContain('secret');
    expect(bench.server.count('HEAD /other.wav')).toBe(0);
  });

  it.each(['https://cdn.example/my take.wav', '/take.wav', 'ftp://cdn.example/take.wav'])(
    'the address %s is not even asked',
    async (url) => {
      expect(faultOf(await bench.client().preflight(url, 4)).code).toBe('sample-unreachable');
    },
  );

  it.each([
    ['a server that breaks', { status: 503, headers: { 'retry-after': '2' } }, 'server-error', 2000],
    ['too many calls', { status: 429, headers: { 'retry-after': '3' } }, 'rate-limited', 3000],
    ['a dropped connection', 'drop-read', 'interrupted', undefined],
  ] as const)('%s says nothing about the sample', async (_name, behaviour, code, retryAfterMs) => {
    bench.server.on(HEAD, behaviour);
    const fault = faultOf(await look());
    expect(fault.code).toBe(code);
    expect(fault.retryAfterMs).toBe(retryAfterMs);
  });
});
