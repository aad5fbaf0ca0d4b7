import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { encodeWav } from '../../electron/recording/wav.ts';
import { startCountingServer } from './counting-server.ts';
import { readSound } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';
import { CLONE, finished, start, timbre } from './timbre.ts';

/** A data folder and a folder for files, both temporary. */
async function withFolders(play: (home: string, files: string) => Promise<void>): Promise<void> {
  const { home: root, remove } = temporaryHome();
  const [home, files] = [join(root, 'home'), join(root, 'files')];
  mkdirSync(files);
  await play(home, files);
  remove();
}

/** Seconds of a 200 Hz tone whose loudness moves, or of silence. */
function writeTone(path: string, seconds: number, level = 0.3): string {
  const samples = Float32Array.from({ length: seconds * 16_000 }, (_, i) => {
    return level * Math.sin((i * 2 * Math.PI * 200) / 16_000) * (0.6 + 0.4 * Math.sin(i / 3000));
  });
  writeFileSync(path, encodeWav({ sampleRate: 16_000, samples }, 16));
  return path;
}

test('clone and say, without a window', async () => {
  await withFolders(async (home, files) => {
    const sample = join(files, 'sample.wav');
    await writeSpeechFile(sample, 14);
    const cloned = await timbre(home, ['clone', sample, ...CLONE]);
    expect(cloned.code).toBe(0);
    expect(cloned.document['voice']).toMatchObject({
      ...{
        name: 'Ada',
        server: 'local',
        model: 'a2e',
        language: 'en',
        gender: 'female',
        status: 'completed',
      },
      ...{
        stock: true,
        id: expect.stringMatching(/^voice-/),
        remoteId: expect.stringMatching(/^[0-9a-f]{24}$/),
      },
    });
    const out = join(files, 'out.wav');
    const text = 'The quick brown fox jumps over the lazy dog.';
    const said = await timbre(home, ['say', text, '--voice', 'ada', '--out', out]);
    expect(said.code).toBe(0);
    expect(said.document['clip']).toMatchObject({ path: out, voice: 'Ada', server: 'local', stock: true });
    const sound = readSound(out);
    expect(sound.sampleRate).toBeGreaterThanOrEqual(16_000);
    const seconds = sound.samples.length / sound.sampleRate;
    expect(seconds).toBeGreaterThan(1.5);
    expect(seconds).toBeLessThan(6);
    // The file is without the silence around the speech.
    expect((said.document['clip'] as { seconds: number }).seconds).toBeCloseTo(seconds, 0);
    expect((await timbre(home, ['jobs'])).document['jobs']).toHaveLength(2);
    expect((await timbre(home, ['voices'])).document['voices']).toHaveLength(1);
  });
});

test('bad input gets its own code, and nothing stays behind', async () => {
  await withFolders(async (home, files) => {
    const text = join(files, 'text.wav');
    writeFileSync(text, 'This is no sound, whatever its name says.\n'.repeat(100));
    const good = writeTone(join(files, 'good.wav'), 12);
    const long = [writeTone(join(files, 'long1.wav'), 45), writeTone(join(files, 'long2.wav'), 45)];
    const rows: readonly (readonly [words: readonly string[], code: string, exit: number])[] = [
      [['clone', text, ...CLONE], 'not-audio', 1],
      [['clone', writeTone(join(files, 'short.wav'), 3), ...CLONE], 'sample-too-short', 1],
      [['clone', writeTone(join(files, 'ninety.wav'), 90), ...CLONE], 'sample-too-long', 1],
      [['clone', ...long, ...CLONE], 'sample-too-long', 1],
      [['clone', writeTone(join(files, 'silent.wav'), 20, 0), ...CLONE], 'sample-silent', 1],
      [['clone', join(files, 'nowhere.wav'), ...CLONE], 'file-not-found', 1],
      [['clone', good, ...CLONE.slice(0, -1)], 'consent-missing', 1],
      [['clone', good, ...CLONE, '--language', 'de'], 'language-unsupported', 1],
      [['clone', good, ...CLONE, '--model', 'other'], 'wrong-usage', 2],
      [['say', 'Hello.', '--voice', 'Nobody'], 'voice-not-found', 1],
      [['say', '--voice', 'Ada'], 'wrong-usage', 2],
      [['sing'], 'wrong-usage', 2],
    ];
    for (const [words, code, exit] of rows) {
      const { document, code: exited } = await timbre(home, words);
      expect(document.error?.code, words.join(' ')).toBe(code);
      expect(exited, words.join(' ')).toBe(exit);
    }
    expect(readdirSync(join(home, 'takes'))).toEqual([]);
    expect((await timbre(home, ['jobs'])).document['jobs']).toEqual([]);
  });
});

test('check tells what files are like, and a bad one does not stop the others', async () => {
  await withFolders(async (home, files) => {
    const sample = join(files, 'sample.wav');
    await writeSpeechFile(sample, 14);
    const text = join(files, 'notes.wav');
    writeFileSync(text, 'not a sound');
    const one = await timbre(home, ['check', sample, '--model', 'cartesia']);
    expect(one.code).toBe(0);
    expect(one.document['report']).toMatchObject({
      ...{ verdict: expect.stringMatching(/^(good|fair)$/), seconds: expect.closeTo(14, 0) },
      checks: expect.arrayContaining([expect.objectContaining({ id: 'speakers', status: 'pass', value: 1 })]),
    });
    const none = await timbre(home, ['check', text]);
    expect([none.code, none.document.error?.code]).toEqual([1, 'not-audio']);
    const all = await timbre(home, ['check', text, sample, join(files, 'nowhere.wav')]);
    expect(all.code).toBe(1);
    expect(all.document['reports']).toMatchObject([
      { file: text, error: { code: 'not-audio' } },
      { file: sample, verdict: expect.any(String) },
      { file: join(files, 'nowhere.wav'), error: { code: 'file-not-found' } },
    ]);
  });
});

test('a server elsewhere: all of it works there, and the token is nowhere to be found', async () => {
  await withFolders(async (home, files) => {
    const sample = join(files, 'sample.wav');
    await writeSpeechFile(sample, 14);
    const server = await startCountingServer({ folder: join(files, 'server') });
    const env = { TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: server.token };
    const wrong = await timbre(home, ['clone', sample, ...CLONE], { ...env, TIMBRE_TOKEN: 'sk_wrong.token' });
    expect(wrong.document.error?.code).toBe('token-refused');
    const cloned = await timbre(home, ['clone', sample, ...CLONE], env);
    expect(cloned.document['voice']).toMatchObject({ server: server.url, status: 'completed' });
    const said = await timbre(home, ['say', 'It works elsewhere too.', '--voice', 'Ada'], env);
    expect(said.document['clip']).toMatchObject({ voice: 'Ada', server: server.url });
    expect(server.count('POST training')).toBe(1);
    expect(server.count('POST send_tts')).toBe(1);
    await server.close();

    await timbre(home, ['say', 'For there only.', '--voice', 'Ada', '--no-wait'], env);
    const elsewhere = await timbre(home, ['run']);
    expect(elsewhere.document.error?.code).toBe('server-not-set');
    const jobs = (await timbre(home, ['jobs'])).document['jobs'] as { status: string; why?: string }[];
    expect(jobs.at(-1)).toMatchObject({ status: 'waiting', why: 'server' });
    const local = await timbre(home, ['say', 'Hello.', '--voice', 'Ada']);
    expect(local.document.error?.code).toBe('voice-not-found');
    const outputs = [wrong, cloned, said, local].map(({ all }) => all).join('');
    for (const secret of [server.token, 'sk_wrong.token']) {
      expect(outputs).not.toContain(secret);
      for (const file of filesUnder(home)) expect(readFileSync(file).includes(secret), file).toBe(false);
    }
  });
});

test('without a network the job is left in the queue, and done when there is one', async () => {
  await withFolders(async (home, files) => {
    const sample = join(files, 'sample.wav');
    await writeSpeechFile(sample, 14);
    const port = 38_917;
    const env = {
      TIMBRE_SERVER_URL: `http://127.0.0.1:${port}`,
      TIMBRE_TOKEN: 'sk_test.a-token.that-must-appear-nowhere',
    };
    const cloned = await timbre(home, ['clone', sample, ...CLONE, '--patience', '1'], env);
    expect([cloned.code, cloned.document.error?.code]).toEqual([1, 'offline']);
    const asked = await timbre(
      home,
      ['say', 'Spoken when there is a network.', '--voice', 'Ada', '--no-wait'],
      env,
    );
    expect(asked.code).toBe(0);

    const running = start(home, ['run'], env);
    const ended = finished(running);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const server = await startCountingServer({ folder: join(files, 'server'), port });
    const { code, document } = await ended;
    expect(code).toBe(0);
    expect((document['jobs'] as { status: string }[]).map(({ status }) => status)).toEqual(['done', 'done']);
    expect([server.count('POST training'), server.count('POST send_tts')]).toEqual([1, 1]);
    await server.close();
    expect(readdirSync(join(home, 'clips')).filter((name) => name.endsWith('.wav'))).toHaveLength(1);
  });
});

test('Ctrl-C leaves the job in the queue, and a killed run submits no second time', async () => {
  await withFolders(async (home, files) => {
    const sample = join(files, 'sample.wav');
    await writeSpeechFile(sample, 14);
    const server = await startCountingServer({ folder: join(files, 'server'), trainingDelayMs: 3000 });
    const env = { TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: server.token };
    const first = start(home, ['clone', sample, ...CLONE], env);
    const ended = finished(first);
    await expect.poll(() => server.count('POST training')).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    first.kill('SIGINT');
    expect((await ended).document.error?.code).toBe('stopped');

    const second = start(home, ['run'], env);
    await new Promise((resolve) => setTimeout(resolve, 700));
    second.kill('SIGKILL');
    await new Promise((resolve) => second.once('close', resolve));
    expect((await timbre(home, ['run'], env)).code).toBe(0);
    expect(server.count('POST training')).toBe(1);
    await server.close();
  });
});

test('the app and the command line never write the same folder at once', async () => {
  await withFolders(async (home) => {
    const { app } = await launchApp({ home });
    const refused = await timbre(home, ['run']);
    expect([refused.code, refused.document.error?.code]).toEqual([1, 'folder-in-use']);
    expect((await timbre(home, ['voices'])).code).toBe(0);
    await app.close();
    expect((await timbre(home, ['run'])).code).toBe(0);
  });
});

test('serve: another program can use this computer as its server', async () => {
  await withFolders(async (home, files) => {
    const sample = join(files, 'sample.wav');
    await writeSpeechFile(sample, 14);
    const serving = start(home, ['serve', '--port', '0'], { TIMBRE_TOKEN: 'a-token-of-my-own' });
    const url = await new Promise<string>((resolve) => {
      serving.stdout?.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString()).server.url));
    });
    const env = { TIMBRE_SERVER_URL: url, TIMBRE_TOKEN: 'a-token-of-my-own' };
    expect((await timbre(home, ['clone', sample, ...CLONE], env)).code).toBe(0);
    serving.kill('SIGTERM');
    expect(await new Promise((resolve) => serving.once('close', resolve))).toBe(0);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

test('a book is spoken a file a row, and what did not work is tried again, canceled and run', async () => {
  await withFolders(async (home, files) => {
    const sample = join(files, 'sample.wav');
    await writeSpeechFile(sample, 14);
    const server = await startCountingServer({ folder: join(files, 'server') });
    const env = { TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: server.token };
    for (const name of ['Ada', 'Bob'])
      expect((await timbre(home, ['clone', sample, ...CLONE, '--name', name], env)).code).toBe(0);

    const book = join(files, 'book.txt');
    writeFileSync(book, 'It was a dark night.\n\nNobody slept. Nobody spoke.\n');
    const out = join(files, 'out');
    const options = ['--voice', 'Ada', '--out', out, '--format', 'mp3', '--one-per-line'];
    const said = await timbre(home, ['say', '--file', book, ...options], env);
    expect(said.code, said.all).toBe(0);
    expect(said.document).toMatchObject({ batch: { name: 'book', lines: 3, done: 3, failed: 0 } });
    expect(readdirSync(out).sort()).toEqual(
      (said.document['files'] as string[]).map((path) => basename(path)).sort(),
    );
    expect(readdirSync(out)).toHaveLength(2);
    expect(readdirSync(out).every((name) => name.endsWith('.mp3'))).toBe(true);

    const table = join(files, 'table.csv');
    writeFileSync(table, 'text,voice,file\nGood morning.,Bob,greeting\nGood night.,,parting\n');
    const rows = join(files, 'rows');
    const names = ['--template', '{file}-{voice}', '--one-per-line', '--format', 'mp3'];
    const read = await timbre(home, ['say', '--file', table, '--voice', 'Ada', '--out', rows, ...names], env);
    expect(read.code, read.all).toBe(0);
    expect(readdirSync(rows).sort()).toEqual(['greeting-Bob.mp3', 'parting-Ada.mp3']);

    const asked = await timbre(home, ['say', '--file', book, '--voice', 'Bob', '--no-wait'], env);
    const { id } = asked.document['batch'] as { id: string };
    const before = server.count('POST send_tts');
    const canceled = await timbre(home, ['cancel', id], env);
    expect(canceled.code, canceled.all).toBe(0);
    expect((await timbre(home, ['run'], env)).code).toBe(0);
    expect(server.count('POST send_tts'), 'what is canceled is not spoken').toBe(before);

    const retried = await timbre(home, ['retry', id], env);
    expect(retried.code, retried.all).toBe(0);
    expect(retried.document['retried']).toHaveLength(3);
    const watching = finished(start(home, ['jobs', '--watch'], env));
    const ran = await timbre(home, ['run'], env);
    expect(ran.code, ran.all).toBe(0);
    expect(server.count('POST send_tts')).toBe(before + 3);
    const watched = await watching;
    expect(watched.code, watched.all).toBe(0);
    for (const job of retried.document['retried'] as string[])
      expect(watched.all).toMatch(new RegExp(`speak ${job}: (waiting|running|done)`));
    await server.close();
  });
});
