import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WireVoice } from '../../electron/a2e/wire.ts';
import type { LocalServer } from '../../electron/local-server/local-server.ts';
import {
  call,
  elsewhere,
  madeWav,
  spokenWav,
  startedServer,
  temporaryFolder,
  trained,
  trainingOf,
  uploaded,
} from './serving.ts';

let server: LocalServer;
let removeFolder: () => Promise<void>;
let speech: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  removeFolder = remove;
  server = await startedServer({ folder });
  speech = await spokenWav('slt');
});

afterAll(async () => {
  await server.close();
  await removeFolder();
});

const SLT = 'f117e0000000000000000001';
const HTTPS = 'https://cdn.example/take.wav';

describe('a training that is refused at once', () => {
  test.each([
    ['an empty name', { name: '  ' }, 4001, 'name: must not be empty'],
    ['a name of 101 characters', { name: 'x'.repeat(101) }, 4001, 'name: is longer than 100 characters'],
    ['no sample', { voice_urls: [] }, 4001, 'voice_urls: must hold 1–10 addresses'],
    ['11 samples', { voice_urls: Array(11).fill(HTTPS) }, 4001, 'voice_urls: must hold 1–10 addresses'],
    ['a space', { voice_urls: ['https://cdn.example/my take.wav'] }, 4001, 'voice_urls.0: has a space in it'],
    [
      'an escaped space',
      { voice_urls: ['https://cdn.example/a%20b.wav'] },
      4001,
      'voice_urls.0: has a space in it',
    ],
    [
      'a file address',
      { voice_urls: ['file:///etc/passwd'] },
      4001,
      'voice_urls.0: must be an http or https address',
    ],
    ['an unknown engine', { model: 'gpt' }, 4001, 'model: must be one of a2e, minimax, cartesia, elevenlabs'],
    ['an unknown gender', { gender: 'x' }, 4001, 'gender: must be female or male'],
    ['a language the engine lacks', { language: 'sv' }, 4001, 'language: the engine a2e has no Swedish (sv)'],
    ['no language at all', { language: '§$%' }, 4001, 'language: the engine a2e has no §$%'],
    [
      'a language that only a clone speaks',
      { language: 'de' },
      4002,
      "This computer's stock voices speak English only; German (de) needs A2E or another server.",
    ],
  ])('%s', async (_name, change, code, message) => {
    const { status, body } = await call(server.url, 'userVoice/training', {
      ...trainingOf(HTTPS),
      ...change,
    });
    expect(status).toBe(400);
    expect(body.code).toBe(code);
    expect(body.msg).toContain(message);
    expect(body.trace_id).toBeTruthy();
  });
});

describe('a training that fails when the sample is looked at', () => {
  const hum = (time: number) => Math.sin(2 * Math.PI * 200 * time) * 0.3;
  const hiss = () => (Math.random() - 0.5) * 0.3;
  test.each([
    [
      'a text file named WAV',
      () => new TextEncoder().encode('no sound at all'),
      'audio/wav',
      'sample-not-wav',
      'is not a WAV file',
    ],
    [
      'an mp3',
      () => new TextEncoder().encode('ID3 and so on'),
      'audio/mpeg',
      'sample-not-wav',
      'WAV samples only',
    ],
    [
      'a WAV cut inside its header',
      () => speech.slice(0, 30),
      'audio/wav',
      'sample-broken',
      'cannot be read',
    ],
    ['a page', () => speech, 'text/html', 'sample-not-audio', 'has the Content-Type text/html'],
    ['3 seconds', () => madeWav(3, hum), 'audio/wav', 'sample-too-short', '3.00 s long in all; 10–60 s'],
    ['90 seconds', () => madeWav(90, hum), 'audio/wav', 'sample-too-long', '90.00 s long in all; 10–60 s'],
    ['silence', () => madeWav(20, () => 0), 'audio/wav', 'sample-silent', 'nothing is above -50 dBFS'],
    ['a noise with no voice', () => madeWav(20, hiss), 'audio/wav', 'sample-no-voice', 'no voice was found'],
  ])('%s', async (_name, bytes, type, code, message) => {
    const url = await uploaded(server.url, bytes(), type);
    const voice = await trained(server.url, trainingOf(url));
    expect(voice).toMatchObject({ current_status: 'failed', failed_code: code });
    expect(voice.failed_message).toContain(message);
    expect(voice.stock_voice).toBeUndefined();
    const finished = await call<WireVoice[]>(server.url, 'userVoice/completedRecord');
    expect(finished.body.data.map(({ _id }) => _id)).not.toContain(voice._id);
    const spoken = await call(server.url, 'video/send_tts', {
      ...{ msg: 'Hello', user_voice_id: voice._id, country: 'en', region: 'US' },
    });
    expect(spoken.body.code).toBe(4005);
  });

  test('the lengths of several samples are added up', async () => {
    const half = await uploaded(server.url, madeWav(6, hum));
    expect(await trained(server.url, trainingOf(half, half))).toMatchObject({ current_status: 'completed' });
    const third = await uploaded(server.url, madeWav(50, hum));
    const long = await trained(server.url, trainingOf(half, half, third));
    expect(long).toMatchObject({ current_status: 'failed', failed_code: 'sample-too-long' });
    expect(long.failed_message).toContain('62.00 s');
  });

  test('a sample elsewhere is really fetched: redirects, failures and missing servers are told apart', async () => {
    const other = await elsewhere((request, response) => {
      if (request.url === '/moved.wav') response.writeHead(302, { Location: '/take.wav' }).end();
      else if (request.url === '/gone.wav') response.writeHead(404).end();
      else response.writeHead(200, { 'Content-Type': 'audio/wav' }).end(speech);
    });
    const ends = [];
    for (const path of ['/moved.wav', '/gone.wav', '/take.wav'])
      ends.push(await trained(server.url, trainingOf(`${other.url}${path}`)));
    await other.close();
    ends.push(await trained(server.url, trainingOf(`${other.url}/take.wav?secret=s3cr3t`)));
    expect(ends.map(({ failed_code, stock_voice }) => failed_code ?? stock_voice)).toEqual([
      ...['sample-redirects', 'sample-unreachable', 'slt', 'sample-unreachable'],
    ]);
    expect(ends[1]?.failed_message).toContain('answered 404');
    expect(ends[3]?.failed_message).not.toContain('s3cr3t');
  });

  test('a sample that claims or sends more than 50 MB is not taken', async () => {
    const other = await elsewhere((request, response) => {
      if (request.url === '/claims.wav')
        response.writeHead(200, { 'Content-Type': 'audio/wav', 'Content-Length': 60_000_000 }).write('x');
      else {
        response.writeHead(200, { 'Content-Type': 'audio/wav' });
        const block = Buffer.alloc(1024 * 1024);
        const more = () => {
          while (!response.destroyed && response.write(block));
        };
        response.on('drain', more);
        more();
      }
    });
    for (const path of ['/claims.wav', '/endless.wav'])
      expect(await trained(server.url, trainingOf(`${other.url}${path}`))).toMatchObject({
        ...{ failed_code: 'sample-too-large', failed_message: 'The sample is larger than 50 MB.' },
      });
    await other.close();
  });
});

describe('a text that is refused', () => {
  test.each([
    ['empty', { msg: '', tts_id: SLT }, 400, 4001, 'msg: the text is empty'],
    ['no text', { tts_id: SLT }, 400, 4001, 'msg: '],
    ['too long', { msg: 'x'.repeat(1001), tts_id: SLT }, 400, 4003, '1001 characters; at most 1000'],
    ['only emoji', { msg: '🙂🙂🙂', tts_id: SLT }, 400, 4004, 'nothing to say'],
    ['only spaces', { msg: '   \n', tts_id: SLT }, 400, 4004, 'nothing to say'],
    ['Russian', { msg: 'Привет, как дела?', tts_id: SLT }, 400, 4002, 'Russian (ru) needs A2E'],
    ['Chinese', { msg: '你好,世界', tts_id: SLT }, 400, 4002, 'Chinese (zh) needs A2E'],
    [
      'one Greek word',
      { msg: 'The word λόγος means reason.', tts_id: SLT },
      400,
      4002,
      '“λόγος” is not in Latin',
    ],
    [
      'German',
      { msg: 'Guten Morgen, das ist ein kurzer Text und er ist nicht auf Englisch.', tts_id: SLT },
      ...([400, 4002, 'German (de) needs A2E'] as const),
    ],
    ['no voice', { msg: 'Hello' }, 400, 4001, 'Exactly one of'],
    ['two voices', { msg: 'Hello', tts_id: SLT, user_voice_id: SLT }, 400, 4001, 'Exactly one of'],
    ['an unknown stock voice', { msg: 'Hello', tts_id: 'nobody' }, 404, 404, 'no such voice'],
    [
      'a clone without its country',
      { msg: 'Hello', user_voice_id: SLT, region: 'US' },
      400,
      4001,
      'country and region',
    ],
    [
      'a clone without its region',
      { msg: 'Hello', user_voice_id: SLT, country: 'en' },
      400,
      4001,
      'country and region',
    ],
    [
      'a clone in French',
      { msg: 'Bonjour', user_voice_id: SLT, country: 'fr', region: 'FR' },
      ...([400, 4002, 'French (fr) needs A2E'] as const),
    ],
    [
      'an unknown clone',
      { msg: 'Hi', user_voice_id: SLT, country: 'en', region: 'US' },
      404,
      404,
      'no such voice',
    ],
    ['too slow', { msg: 'Hello', tts_id: SLT, speechRate: 0.4 }, 400, 4001, 'speechRate: must be 0.5–2'],
    ['too fast', { msg: 'Hello', tts_id: SLT, speechRate: 2.1 }, 400, 4001, 'speechRate: must be 0.5–2'],
    ['a rate in words', { msg: 'Hello', tts_id: SLT, speechRate: 'fast' }, 400, 4001, 'speechRate: '],
  ])('%s', async (_name, body, status, code, message) => {
    const reply = await call(server.url, 'video/send_tts', body);
    expect(reply.status).toBe(status);
    expect(reply.body.code).toBe(code);
    expect(reply.body.msg).toContain(message);
  });
});

describe('a synthesizer that fails', () => {
  test.each([
    ['too slow', 'synthesizer-too-slow', 500, 5002],
    ['broken', 'synthesizer-failed', 500, 5001],
    ['busy', 'synthesizer-busy', 503, 1001],
  ] as const)('%s', async (_name, code, status, answer) => {
    const { folder, remove } = await temporaryFolder();
    const failing = await startedServer({
      folder,
      synthesizer: {
        speak: () => Promise.resolve({ ok: false, fault: { code } }),
        close: () => Promise.resolve(),
      },
    });
    const reply = await call(failing.url, 'video/send_tts', { msg: 'Hello', tts_id: SLT });
    expect(reply).toMatchObject({ status, body: { code: answer } });
    await failing.close();
    await remove();
  });
});
