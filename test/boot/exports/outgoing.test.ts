import { mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOutgoing } from '../../../electron/boot/exports/outgoing.ts';
import { type ClipShelf, openClipShelf } from '../../../electron/library/clip-shelf.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../electron/library/settings.ts';
import { clip } from '../../renderer/examples.ts';
import { speechLike } from '../../speaking/joining/speech-like.ts';
import { got } from '../batch-world.ts';

let folder: string;
let clips: ClipShelf;
let settings: Settings;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-outgoing-'));
  settings = DEFAULT_SETTINGS;
  clips = await openClipShelf({ folder: join(folder, 'clips'), onUnreadable: () => {} });
  const samples = speechLike({ seconds: 1, sampleRate: 24_000, level: 0.3 });
  for (const id of ['a', 'b'])
    await clips.add(clip(id, { voiceName: 'Ada', text: 'Hello.', samples: 24_000 }), {
      ...{ sampleRate: 24_000, bitDepth: 16, samples },
    });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => createOutgoing({ folder: join(folder, 'out'), clips, settings: { get: () => settings } });

test('clips on their way out are exported files with plain names, made once', async () => {
  const outgoing = open();
  const [first = ''] = got(await outgoing.files(['a']));
  expect(basename(first)).toBe('Ada-Hello.wav');
  expect((await readFile(first)).toString('utf8')).toContain('AI-generated speech. Voice: Ada.');
  const made = (await stat(first)).mtimeMs;
  expect(got(await outgoing.files(['a']))).toEqual([first]);
  expect((await stat(first)).mtimeMs).toBe(made);
  const both = got(await outgoing.files(['a', 'b']));
  expect(both.map((path) => basename(path))).toEqual(['1-Ada-Hello.wav', '2-Ada-Hello.wav']);
});

test('a file that was moved away is made again, one of another format beside it', async () => {
  const outgoing = open();
  const [first = ''] = got(await outgoing.files(['a']));
  await rename(first, join(folder, 'dropped.wav'));
  expect(got(await outgoing.files(['a']))).toEqual([first]);
  expect(await stat(first).then(() => true)).toBe(true);
  settings = { ...settings, exportFormat: 'mp3', nameTemplate: '{text}' };
  expect(got(await outgoing.files(['a'])).map((path) => basename(path))).toEqual(['Hello.mp3']);
});

test('a clip that is gone is not on its way, and the folder is emptied', async () => {
  const outgoing = open();
  const [first = ''] = got(await outgoing.files(['a']));
  await clips.discard('b', 1);
  expect(await outgoing.files(['a', 'b'])).toMatchObject({ fault: { code: 'clip-not-found' } });
  expect(await outgoing.files(Array(201).fill('a'))).toMatchObject({
    fault: { code: 'too-many-files', facts: { clips: 201, limit: 200 } },
  });
  await outgoing.empty();
  await expect(stat(first)).rejects.toThrow();
});
