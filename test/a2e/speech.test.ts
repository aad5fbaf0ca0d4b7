import { describe, expect, it } from 'vitest';
import { faultOf, fine, SIGNED, successOf, TOKEN, withServer } from './with-server.ts';

const bench = withServer();
const SPEAK = 'POST /api/v1/video/send_tts';
const URL_OF_SPEECH = 'https://cdn.example/a.mp3';
const CLONE = {
  text: 'Hello.',
  voice: { kind: 'clone', ids: ['speaker', 'record'], country: 'en', region: 'US' },
  rate: 1.5,
} as const;
const bodies = () => bench.server.received.map(({ body }) => JSON.parse(String(body)));

describe('what is sent', () => {
  it('a clone goes with its id, country and region', async () => {
    bench.server.on(SPEAK, fine(URL_OF_SPEECH));
    expect(successOf(await bench.client().speak(CLONE))).toEqual({ url: URL_OF_SPEECH, voiceId: 'speaker' });
    expect(bodies()).toEqual([
      { msg: 'Hello.', user_voice_id: 'speaker', country: 'en', region: 'US', speechRate: 1.5 },
    ]);
  });

  it('a public voice goes with its id alone', async () => {
    bench.server.on(SPEAK, fine(URL_OF_SPEECH));
    const speech = await bench
      .client()
      .speak({ text: 'Hi.', voice: { kind: 'public', id: 'aria' }, rate: 1 });
    expect(successOf(speech)).toEqual({ url: URL_OF_SPEECH });
    expect(bodies()).toEqual([{ msg: 'Hi.', tts_id: 'aria', speechRate: 1 }]);
  });
});

describe('what is answered', () => {
  it.each(['audio_url', 'audioUrl', 'url', 'audioSrc'])('the link is read from data.%s', async (name) => {
    bench.server.on(SPEAK, fine({ [name]: URL_OF_SPEECH }));
    expect(successOf(await bench.client().speak(CLONE)).url).toBe(URL_OF_SPEECH);
  });

  it.each([
    ['code "0"', { code: '0', data: URL_OF_SPEECH }],
    ['code 200 with data', { code: 200, data: URL_OF_SPEECH }],
  ])('%s is a success', async (_name, json) => {
    bench.server.on(SPEAK, { json });
    expect(successOf(await bench.client().speak(CLONE)).url).toBe(URL_OF_SPEECH);
  });

  it.each([
    ['beside the data', { code: 0, data: URL_OF_SPEECH, stock_voice: 'Aria' }],
    ['within the data', { code: 0, data: { url: URL_OF_SPEECH, stock_voice: 'Aria' } }],
  ])('the stock voice is told when named %s', async (_name, json) => {
    bench.server.on(SPEAK, { json });
    expect(successOf(await bench.client().speak(CLONE)).stock).toBe('Aria');
  });

  it.each([
    ['a path', '/a.mp3'],
    ['an address without a scheme', '//127.0.0.1/a.mp3'],
    ['an object further in', { result: { audio_url: '/a.mp3' } }],
  ])('a link as %s leads to the server or where it says', async (_name, data) => {
    bench.server.on(SPEAK, fine(data));
    const { url } = successOf(await bench.client().speak(CLONE));
    expect([`${bench.server.url}/a.mp3`, 'http://127.0.0.1/a.mp3']).toContain(url);
  });

  it.each([null, '', 'not a link', 'a.mp3', 'javascript:alert(1)', 7, [], {}, { url: 7 }])(
    '%j is a bad answer, and not asked for again',
    async (data) => {
      bench.server.on(SPEAK, fine(data));
      expect(faultOf(await bench.client().speak(CLONE))).toMatchObject({
        code: 'bad-answer',
        traceId: 'trace-1',
      });
      expect(bench.server.count(SPEAK)).toBe(1);
    },
  );
});

describe('a voice that is not known', () => {
  const unknown = [
    ['a 404', { status: 404, json: { msg: 'x' } }],
    ['code 404', { json: { code: 404 } }],
    ['a refusal that says not found', { json: { code: 9, msg: 'User voice not found' } }],
    ['a refusal that says it does not exist', { status: 400, json: { message: 'the voice does not exist' } }],
    ['a refusal that says not exist', { json: { code: 9, msg: 'user_voice_id not exist' } }],
  ] as const;

  it.each(unknown)('%s: the other id is tried, and told', async (_name, behaviour) => {
    bench.server.on(SPEAK, behaviour, fine(URL_OF_SPEECH));
    expect(successOf(await bench.client().speak(CLONE)).voiceId).toBe('record');
    expect(bodies().map((body) => body.user_voice_id)).toEqual(['speaker', 'record']);
  });

  it.each(unknown)('%s for both is not-found, each asked once', async (_name, behaviour) => {
    bench.server.on(SPEAK, behaviour);
    expect(faultOf(await bench.client().speak(CLONE)).code).toBe('not-found');
    expect(bench.server.count(SPEAK)).toBe(2);
  });

  it('a clone with one id is asked once', async () => {
    bench.server.on(SPEAK, { status: 404 });
    const voice = { kind: 'clone', ids: ['only'], country: 'en', region: 'US' } as const;
    expect(faultOf(await bench.client().speak({ ...CLONE, voice })).code).toBe('not-found');
    expect(bench.server.count(SPEAK)).toBe(1);
  });

  it.each([
    ['another refusal', { json: { code: 9, msg: 'text too long' } }, 'refused'],
    ['full capacity', { json: { code: 1001, msg: 'occupied' } }, 'occupied'],
    ['an empty account', { status: 402 }, 'out-of-credits'],
  ] as const)('%s is no reason to try the other id', async (_name, behaviour, code) => {
    bench.server.on(SPEAK, behaviour);
    expect(faultOf(await bench.client().speak(CLONE)).code).toBe(code);
    expect(bench.server.count(SPEAK)).toBe(1);
  });

  it('an ambiguous end with the other id is not tried again', async () => {
    bench.server.on(SPEAK, { status: 404 }, 'drop-read');
    expect(faultOf(await bench.client().speak(CLONE)).code).toBe('interrupted');
    expect(bench.server.count(SPEAK)).toBe(2);
  });
});

describe('fetching speech', () => {
  const GET = 'GET /a.mp3';
  const fetchIt = (timeouts = {}) =>
    bench.client({ timeouts }).download(`${bench.server.url}/a.mp3?${SIGNED}`);

  it('answers bytes and type, and sends no token', async () => {
    bench.server.on(GET, { headers: { 'content-type': 'audio/mpeg; x=1' }, body: 'ID3 sound' });
    const { bytes, contentType } = successOf(await fetchIt());
    expect([String.fromCharCode(...bytes), contentType]).toEqual(['ID3 sound', 'audio/mpeg']);
    expect(JSON.stringify(bench.server.received)).not.toContain(TOKEN);
  });

  it('first bytes count more than a wrong type, and a missing type is raw bytes', async () => {
    bench.server.on(
      GET,
      { headers: { 'content-type': 'text/plain' }, body: 'RIFF1234WAVE' },
      { body: 'abc' },
    );
    expect(successOf(await fetchIt()).contentType).toBe('text/plain');
    expect(successOf(await fetchIt()).contentType).toBe('application/octet-stream');
  });

  it('follows three redirects, not four', async () => {
    const to = (location: string) => ({ status: 302, headers: { location } });
    bench.server.on(GET, to('/1'), to('/0'));
    bench.server.on('GET /0', to('/1'));
    bench.server.on('GET /1', to(`${bench.server.url}/2`));
    bench.server.on('GET /2', to('/3'));
    bench.server.on('GET /3', { headers: { 'content-type': 'audio/wav' }, body: 'x' });
    expect(successOf(await fetchIt()).bytes).toHaveLength(1);
    expect(faultOf(await fetchIt()).code).toBe('download-broken');
    expect(bench.server.count('GET /3')).toBe(1);
  });

  it.each(['file:///etc/passwd', 'ftp://x.example/a', 'http://[', ''])(
    'a redirect to %j is broken',
    async (location) => {
      bench.server.on(GET, { status: 302, headers: { location } });
      expect(faultOf(await fetchIt()).code).toBe('download-broken');
    },
  );

  it('a redirect from https down to http is broken', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (url) => {
      asked.push(String(url));
      return new Response(null, { status: 302, headers: { location: 'http://x.example/a.mp3' } });
    };
    const fault = faultOf(await bench.client({ fetch }).download('https://x.example/a.mp3'));
    expect(fault.code).toBe('download-broken');
    expect(asked).toEqual(['https://x.example/a.mp3']);
  });

  it.each([
    ['a dead link', { status: 404 }, 'download-broken'],
    ['a forbidden link', { status: 403 }, 'download-broken'],
    ['a link that is gone', { status: 410 }, 'download-broken'],
    ['no bytes', { headers: { 'content-type': 'audio/mpeg' } }, 'download-broken'],
    ['a web page', { headers: { 'content-type': 'text/html' }, body: '<html>' }, 'download-broken'],
    ['JSON', { json: { code: 1 } }, 'download-broken'],
    ['more than 200 MB', { headers: { 'content-length': '200000001' }, endless: true }, 'download-broken'],
    ['a broken server', { status: 500 }, 'server-error'],
    ['too many calls', { status: 429, headers: { 'retry-after': '1' } }, 'rate-limited'],
    ['a cut connection', 'cut-body', 'interrupted'],
    ['no connection', 'drop-unread', 'interrupted'],
  ] as const)('%s is told, without the signature', async (_name, behaviour, code) => {
    bench.server.on(GET, behaviour);
    const fault = faultOf(await fetchIt());
    expect(fault.code).toBe(code);
    expect(JSON.stringify(fault)).not.toContain('secret');
  });

  it('a silence in the middle is a time-out', async () => {
    bench.server.on(GET, 'hang-in-body');
    expect(faultOf(await fetchIt({ idle: 100 })).code).toBe('timeout');
  });

  it('a fetch that never ends is a time-out although something always comes', async () => {
    bench.server.on(GET, { status: 302, headers: { location: '/a.mp3' }, afterMs: 60 });
    expect(faultOf(await fetchIt({ download: 100, idle: 3000 })).code).toBe('timeout');
  });
});
