import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startCountingServer } from './counting-server.ts';
import { ROOT, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

/** Runs the built command line on this data folder; answers its one JSON document. */
function timbre(home: string, env: Readonly<Record<string, string>>, ...words: string[]) {
  return new Promise<{ readonly [key: string]: unknown }>((done) => {
    const program = join(ROOT, 'out/main/timbre.cjs');
    const options = { env: { PATH: process.env['PATH'], ...env, TIMBRE_HOME: home } };
    execFile(process.execPath, [program, ...words, '--json'], options, (_error, stdout) =>
      done(JSON.parse(stdout)),
    );
  });
}

const CLONE = ['--name', 'Ada', '--gender', 'female', '--model', 'a2e', '--language', 'en', '--consent'];

test('a voice is saved as a file, deleted everywhere with a receipt, opened elsewhere, and made again', async () => {
  test.setTimeout(120_000);
  const { home: root, remove } = temporaryHome();
  const server = await startCountingServer({ folder: join(root, 'server') });
  const env = { TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: server.token };
  const [here, there] = [join(root, 'here'), join(root, 'there')];
  const [sample, file] = [join(root, 'sample.wav'), join(root, 'ada.timbrevoice')];
  try {
    await writeSpeechFile(sample, 14);
    expect(await timbre(here, env, 'clone', sample, ...CLONE)).toMatchObject({
      voice: { status: 'completed' },
    });
    expect(await timbre(here, env, 'voice', 'export', 'Ada', '--out', file)).toEqual({ path: file });
    expect(readFileSync(file).includes(server.token)).toBe(false);

    // Another computer with the same account: the clone made elsewhere appears, and then its file is known already.
    expect(await timbre(there, env, 'voices', 'sync')).toMatchObject({ sync: { found: 1, gone: 0 } });
    expect(await timbre(there, env, 'voice', 'import', file)).toMatchObject({
      error: { code: 'voice-file-known' },
    });

    expect(await timbre(here, env, 'voice', 'delete', 'Ada', '--where', 'everywhere')).toMatchObject({
      receipt: { where: 'everywhere', recordings: 1, clones: [{ end: 'deleted' }] },
    });
    expect(await timbre(here, env, 'voices')).toEqual({ voices: [] });

    expect(await timbre(there, env, 'voices', 'sync')).toMatchObject({ sync: { found: 0, gone: 1 } });
    await timbre(there, env, 'voice', 'delete', 'Ada', '--where', 'here');
    expect(await timbre(there, env, 'voice', 'import', file)).toMatchObject({ voice: { status: 'gone' } });
    expect(await timbre(there, env, 'voice', 'rebuild', 'Ada')).toMatchObject({
      voice: { name: 'Ada', status: 'completed' },
    });
    expect(await timbre(there, env, 'voices', '--search', 'english ada')).toMatchObject({
      voices: [{ name: 'Ada' }],
    });
    expect(server.count('POST training')).toBe(2);
  } finally {
    await server.close();
    remove();
  }
});
