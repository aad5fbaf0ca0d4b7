import { describe, expect, it } from 'vitest';
import { readRetryAfter } from '../../electron/a2e/retry-after.ts';
import type { A2eTimeouts } from '../../electron/a2e/timeouts.ts';
import { bytesBody } from './bytes-body.ts';
import type { Behaviour } from './rude-server.ts';
import { faultOf, fine, IMPATIENT, PATIENCE, SIGNED, successOf, TOKEN, withServer } from './with-server.ts';

const bench = withServer();
const CREDITS = 'GET /api/v1/user/remainingCoins';
const SPEAK = 'POST /api/v1/video/send_tts';
const TRAIN = 'POST /api/v1/userVoice/training';

const SPEECH = {
  text: 'Hello.',
  voice: { kind: 'clone', ids: ['a', 'b'], country: 'en', region: 'US' },
  rate: 1,
} as const;
const TRAINING = {
  name: 'Ada',
  sampleUrls: ['https://cdn.example/take.wav'],
  model: 'a2e',
  language: 'en',
  gender: 'female',
} as const;

interface Rude {
  readonly says: string;
  readonly does: Behaviour;
  readonly code: string;
  readonly timeouts?: A2eTimeouts;
}

const LEAK = `your token ${TOKEN} and https://r2.example/k?${SIGNED} are bad`;
const json = (value: unknown, status = 200) => ({ json: value, status });

const RUDE: readonly Rude[] = [
  { says: 'a connection dropped before the request was read', does: 'drop-unread', code: 'interrupted' },
  { says: 'a connection dropped after the request was read', does: 'drop-read', code: 'interrupted' },
  { says: 'an answer cut off by the connection', does: 'cut-body', code: 'interrupted' },
  { says: 'no answer at all', does: 'hang', code: 'timeout', timeouts: IMPATIENT },
  { says: 'an answer that stops in the middle', does: 'hang-in-body', code: 'timeout', timeouts: IMPATIENT },
  { says: 'an answer that comes too late', does: { afterMs: 1000 }, code: 'timeout', timeouts: IMPATIENT },
  { says: 'an answer without an end', does: { endless: true }, code: 'bad-answer' },
  { says: 'something that is no HTTP', does: 'no-http', code: 'bad-answer' },
  { says: '401', does: json({ message: LEAK }, 401), code: 'token-refused' },
  { says: '403 with a web page', does: { status: 403, body: '<html>' }, code: 'token-refused' },
  { says: 'code 401 in a 200', does: json({ code: 401, msg: LEAK }), code: 'token-refused' },
  { says: 'code 403 as text', does: json({ code: '403' }), code: 'token-refused' },
  {
    says: '401 that means the credits',
    does: json({ msg: 'Insufficient balance' }, 401),
    code: 'out-of-credits',
  },
  { says: '401 about the token', does: json({ msg: 'insufficient permission' }, 401), code: 'token-refused' },
  // Node's fetch hides a 407 behind an error without words: then the careful reading.
  { says: '407 of a proxy', does: { status: 407, body: '<html>' }, code: 'interrupted' },
  { says: '511 of a sign-in page', does: { status: 511, body: '<html>sign in</html>' }, code: 'proxy' },
  { says: '402', does: json({}, 402), code: 'out-of-credits' },
  { says: 'words about credits', does: json({ code: 7, msg: 'Not enough credits' }), code: 'out-of-credits' },
  { says: '403 about coins', does: json({ message: 'coins are used up' }, 403), code: 'out-of-credits' },
  { says: '429', does: json({ code: 429, msg: LEAK }, 429), code: 'rate-limited' },
  { says: 'code 1001', does: json({ code: 1001, msg: 'occupied' }), code: 'occupied' },
  { says: 'code 1001 in a 503', does: json({ code: 1001, msg: 'occupied' }, 503), code: 'occupied' },
  { says: '500', does: json({ code: 500, msg: LEAK }, 500), code: 'server-error' },
  { says: '503 with a web page', does: { status: 503, body: '<html>' }, code: 'server-error' },
  { says: '500 after it took credits', does: json({ msg: 'credits were taken' }, 500), code: 'server-error' },
  { says: 'code 502 in a 200', does: json({ code: 502, msg: 'bad gateway' }), code: 'server-error' },
  { says: '400 with words', does: json({ code: 400, msg: LEAK }, 400), code: 'refused' },
  { says: 'an unknown code in a 200', does: json({ code: 12, message: LEAK }), code: 'refused' },
  { says: '200 as a code without data', does: json({ code: 200, msg: LEAK }), code: 'refused' },
  { says: 'a web page', does: { body: `<html>${LEAK}</html>` }, code: 'bad-answer' },
  { says: 'a web page in a 405', does: { status: 405, body: '<html>' }, code: 'bad-answer' },
  { says: 'an empty answer', does: { body: '' }, code: 'bad-answer' },
  { says: 'truncated JSON', does: { body: '{"code":0,"data":{"coins"' }, code: 'bad-answer' },
  { says: 'JSON that is a list', does: json([1, 2]), code: 'bad-answer' },
  { says: 'JSON that is null', does: json(null), code: 'bad-answer' },
  { says: 'JSON without a code', does: json({ hello: LEAK }), code: 'bad-answer' },
  { says: 'a success without data', does: json({ code: 0, data: null }), code: 'bad-answer' },
];

describe('what a rude server makes of a call', () => {
  it.each(RUDE)(
    '$says is $code, and a paid call was made once',
    async ({ does, code, timeouts = PATIENCE }) => {
      bench.server.on(SPEAK, does);
      bench.server.on(TRAIN, does);
      bench.server.on(CREDITS, does);
      const client = bench.client({ timeouts });
      const faults = [
        faultOf(await client.credits()),
        faultOf(await client.speak(SPEECH)),
        faultOf(await client.train(TRAINING)),
      ];
      expect(faults.map((fault) => fault.code)).toEqual([code, code, code]);
      expect(bench.server.count(SPEAK)).toBe(1);
      expect(bench.server.count(TRAIN)).toBe(1);
      const told = JSON.stringify(faults);
      expect(told).not.toContain(TOKEN);
      expect(told).not.toContain('secret');
      expect(told).not.toContain('X-Amz-Signature=v');
    },
  );

  it('a 404 is not-found', async () => {
    expect(faultOf(await bench.client().credits())).toMatchObject({ code: 'not-found', status: 404 });
  });

  it('a connection that was idle and is then dropped is not tried a second time', async () => {
    bench.server.on(CREDITS, fine({ coins: 1 }));
    bench.server.on(SPEAK, 'drop-read');
    const client = bench.client();
    await client.credits();
    expect(faultOf(await client.speak(SPEECH)).code).toBe('interrupted');
    expect(bench.server.count(SPEAK)).toBe(1);
  });
});

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('%i is not followed and the target is never asked', async (status) => {
    bench.server.on(CREDITS, { status, headers: { location: `${bench.server.url}/elsewhere?${SIGNED}` } });
    bench.server.on('GET /elsewhere', fine({ coins: 1 }));
    const fault = faultOf(await bench.client().credits());
    expect(fault).toMatchObject({ code: 'redirected', status });
    expect(bench.server.received).toHaveLength(1);
    expect(JSON.stringify(fault)).not.toContain('secret');
  });
});

describe('what a call carries', () => {
  it('sends the token, the language and the type, below the path of the base', async () => {
    bench.server.on('POST /proxy/api/v1/video/send_tts', fine('https://cdn.example/a.mp3'));
    const client = bench.client({ baseUrl: `${bench.server.url}/proxy/` });
    successOf(await client.speak(SPEECH));
    expect(bench.server.received[0]?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'x-lang': 'en-US',
      'content-type': 'application/json',
    });
  });

  it('cleans what a paste brought along', async () => {
    bench.server.on(CREDITS, fine({ coins: 1 }));
    successOf(
      await bench
        .client({ token: () => ` Bearer ${TOKEN.slice(0, 9)}\r\n${TOKEN.slice(9)}\u200b\n` })
        .credits(),
    );
    expect(bench.server.received[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it.each([
    ['an empty token', ''],
    ['a token of white space and control characters', ' \u0000\r\n'],
    ['a token that no header can carry', 'sk_“secret”'],
  ])('%s is refused before anything is sent', async (_name, token) => {
    const fault = faultOf(await bench.client({ token: () => token }).credits());
    expect(fault.code).toBe('token-refused');
    expect(JSON.stringify(fault)).not.toContain('secret');
    expect(bench.server.received).toHaveLength(0);
  });

  it.each(['', 'not an address', 'ftp://example.org', 'http://ada:secret@127.0.0.1'])(
    'the base %j is not an address and asks nobody',
    async (baseUrl) => {
      const fault = faultOf(await bench.client({ baseUrl }).credits());
      expect(fault.code).toBe('not-found');
      expect(JSON.stringify(fault)).not.toContain('secret');
    },
  );

  it('the token is asked for at each call', async () => {
    bench.server.on(CREDITS, fine({ coins: 1 }));
    let token = 'first-token';
    const client = bench.client({ token: () => token });
    await client.credits();
    token = 'second-token';
    await client.credits();
    expect(bench.server.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first-token',
      'Bearer second-token',
    ]);
  });
});

describe('details of a fault', () => {
  it('keeps the words, the trace and the status', async () => {
    bench.server.on(CREDITS, { status: 400, json: { code: 9, msg: 'No.', trace_id: 'trace-9' } });
    expect(faultOf(await bench.client().credits())).toEqual({
      code: 'refused',
      detail: 'No.',
      status: 400,
      traceId: 'trace-9',
      facts: { serverCode: 9 },
    });
  });

  it.each([
    ['seconds', '7', 7000],
    ['a date', 'Thu, 01 Jan 1970 00:01:10 GMT', 10_000],
    ['a date that has passed', 'Thu, 01 Jan 1970 00:00:10 GMT', 0],
    ['more than an hour', '99999', 3_600_000],
    ['nonsense', '-5', undefined],
  ])('Retry-After as %s', async (_name, header, ms) => {
    const date = 'Thu, 01 Jan 1970 00:01:00 GMT';
    bench.server.on(CREDITS, { status: 429, headers: { 'retry-after': header, date }, json: {} });
    const fault = faultOf(await bench.client({ now: () => 9e9 }).credits());
    expect(fault.code).toBe('rate-limited');
    expect(fault.retryAfterMs).toBe(ms);
  });

  it('a short pause is made at once where asking again is free, and never for a call that may cost', async () => {
    const busy = { status: 429, headers: { 'retry-after': '0' }, json: {} };
    bench.server.on(CREDITS, busy, fine({ coins: 3 }));
    expect(successOf(await bench.client().credits())).toEqual({ coins: 3 });
    expect(bench.server.count(CREDITS)).toBe(2);
    const TRAIN = 'POST /api/v1/userVoice/training';
    bench.server.on(TRAIN, busy);
    const training = { name: 'Ada', sampleUrls: [], model: 'a2e', language: 'en', gender: 'female' } as const;
    expect(faultOf(await bench.client().train(training)).code).toBe('rate-limited');
    expect(bench.server.count(TRAIN)).toBe(1);
  });

  it('Retry-After as a date goes by our clock where the server does not tell its own', () => {
    const headers = new Headers({ 'retry-after': 'Thu, 01 Jan 1970 00:01:10 GMT' });
    expect(readRetryAfter(headers, 60_000)).toBe(10_000);
  });

  it('Retry-After counts for a 503 too, with or without JSON', async () => {
    bench.server.on(
      CREDITS,
      { status: 503, headers: { 'retry-after': '3' }, body: '<html>' },
      { status: 503, headers: { 'retry-after': '4' }, json: {} },
    );
    const client = bench.client();
    expect(faultOf(await client.credits()).retryAfterMs).toBe(3000);
    expect(faultOf(await client.credits()).retryAfterMs).toBe(4000);
  });
});

describe('stopping', () => {
  it('a call that is stopped ends at once as canceled, a paid one was sent once', async () => {
    bench.server.on(SPEAK, 'hang');
    const stop = new AbortController();
    const ending = bench.client().speak(SPEECH, stop.signal);
    setTimeout(() => stop.abort(), 50);
    expect(faultOf(await ending).code).toBe('canceled');
    expect(bench.server.count(SPEAK)).toBe(1);
  });

  it('a signal that has fired before lets nothing out', async () => {
    const client = bench.client();
    const stopped = AbortSignal.abort();
    const sample = { body: bytesBody(new Uint8Array(3)), contentType: 'audio/wav', key: 'k.wav' };
    const results = [
      await client.speak(SPEECH, stopped),
      await client.train(TRAINING, stopped),
      await client.upload(sample, stopped),
      await client.preflight(`${bench.server.url}/a.wav`, 3, stopped),
      await client.voice('v', stopped),
      await client.voices(stopped),
      await client.findBySample('https://x.example/a', stopped),
      await client.download(`${bench.server.url}/a.mp3`, stopped),
      await client.removeVoice('v', stopped),
      await client.credits(stopped),
    ];
    expect(results.map((result) => faultOf(result).code)).toEqual(results.map(() => 'canceled'));
    expect(bench.server.received).toHaveLength(0);
  });
});
