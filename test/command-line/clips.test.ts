import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseCommand } from '../../electron/command-line/arguments.ts';
import { clips } from '../../electron/command-line/clips.ts';
import { got } from '../boot/batch-world.ts';
import { openTestStations } from '../boot/open-test-stations.ts';
import { clip } from '../renderer/examples.ts';
import { speechLike } from '../speaking/joining/speech-like.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-clips-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...argv: string[]) {
  const stations = await openTestStations(join(folder, 'home'));
  const samples = speechLike({ seconds: 1, sampleRate: 24_000, level: 0.3 });
  const sound = { sampleRate: 24_000, bitDepth: 16 as const, samples };
  if (stations.clips.list().length === 0) {
    await stations.clips.add(clip('old', { text: 'The sea.', samples: 24_000, createdAt: 1 }), sound);
    await stations.clips.add(
      clip('new', { text: 'The wind.', samples: 24_000, createdAt: 2, isFavourite: true }),
      sound,
    );
  }
  const command = got(parseCommand(['clips', ...argv]));
  if (command.command !== 'clips') throw new Error(command.command);
  const ending = await clips(command, stations, { signal: new AbortController().signal });
  await stations.close();
  return ending;
}

test('clips are listed newest first, with what they are, and looked for', async () => {
  const all = got(await run());
  expect(all.text).toBe('new  Voice v1, 1.0 s, favourite: The wind.\nold  Voice v1, 1.0 s: The sea.');
  expect(all.document['clips']).toMatchObject([
    { id: 'new', favourite: true },
    { id: 'old', seconds: 1 },
  ]);
  expect(got(await run('--search', 'SEA')).text).toMatch(/^old /);
  expect(got(await run('--tag', 'recording')).text).toBe('No clip is like that.');
});

test('clips are written as files that say what they are, or not at all where one is gone', async () => {
  const out = join(folder, 'out', 'deep');
  const written = got(await run('export', 'old', 'new', '--out', out));
  expect(written.document['files']).toEqual([
    join(out, '1-Voice v1-The sea.wav'),
    join(out, '2-Voice v1-The wind.wav'),
  ]);
  expect((await readFile(join(out, '1-Voice v1-The sea.wav'))).toString('utf8')).toContain('AI-generated');
  expect(await run('export', 'old', 'gone', '--out', out)).toMatchObject({
    fault: { code: 'clip-not-found' },
  });
});
