import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clipFileName, exportClips, saveClipTo } from '../../../electron/boot/exports/clip-exports.ts';
import { type ClipShelf, openClipShelf } from '../../../electron/library/clip-shelf.ts';
import { clip } from '../../renderer/examples.ts';
import { speechLike } from '../../speaking/joining/speech-like.ts';
import { got } from '../batch-world.ts';

const CLIP = clip('a', { voiceName: 'Ada', text: 'Hello: there?', samples: 24_000 });
let folder: string;
let clips: ClipShelf;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-saved-'));
  clips = await openClipShelf({ folder: join(folder, 'clips'), onUnreadable: () => {} });
  const samples = speechLike({ seconds: 1, sampleRate: 24_000, level: 0.3 });
  await clips.add(CLIP, { sampleRate: 24_000, bitDepth: 16, samples });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a clip is saved in the format of the ending, in place of what the person was asked about', async () => {
  const path = join(folder, 'mine.MP3');
  await writeFile(path, 'old');
  expect(got(await saveClipTo(CLIP, { path, format: 'wav', clips }))).toBe(path);
  expect((await readFile(path)).subarray(0, 3).toString()).toBe('ID3');
});

test('a name without an ending gets one, and takes no other file’s place', async () => {
  await writeFile(join(folder, 'mine.wav'), 'somebody’s');
  const path = got(await saveClipTo(CLIP, { path: join(folder, 'mine'), format: 'wav', clips }));
  expect(path).toBe(join(folder, 'mine (2).wav'));
  expect(await readFile(join(folder, 'mine.wav'), 'utf8')).toBe('somebody’s');
});

test('a clip’s name holds nothing that a file name cannot', () => {
  expect(clipFileName(CLIP, '{n}-{voice}-{text}', 'opus')).toBe('Ada-Hello there.opus');
});

test('clips are written one file each, or joined; none where one of them is gone', async () => {
  const out = (as: 'one' | 'each', clipIds: readonly string[]) =>
    exportClips({ clipIds, as, format: 'wav', template: '{n} {voice}' }, { clips, folder });
  const names = (await readdir(folder)).sort();
  expect(await out('each', ['a', 'gone'])).toMatchObject({ fault: { code: 'clip-not-found' } });
  expect((await readdir(folder)).sort()).toEqual(names);
  expect(got(await out('each', ['a', 'a']))).toEqual([join(folder, '1 Ada.wav'), join(folder, '2 Ada.wav')]);
  expect(got(await out('one', ['a', 'a']))).toEqual([join(folder, 'Ada.wav')]);
});
