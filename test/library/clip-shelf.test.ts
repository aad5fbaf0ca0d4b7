import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { openClipShelf } from '../../electron/library/clip-shelf.ts';
import { encodeWav, type Pcm } from '../../electron/recording/wav.ts';
import type { Clip } from '../../electron/speaking/clip.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';
import { sine } from '../recording/tones.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const open = () =>
  openClipShelf({
    folder,
    onUnreadable: (name) => {
      throw new Error(`${name} cannot be read`);
    },
  });
const sound = (seconds: number, bitDepth = 16): Pcm => ({
  ...{ sampleRate: 8000, bitDepth },
  samples: sine({ hz: 300, sampleRate: 8000, seconds }),
});
const clip = (id = 'c', more: Partial<Clip> = {}): Clip => ({
  ...{ id, jobId: 'j', voiceId: 'v', voiceName: 'Ada', server: 'local', text: 'Hello.', speed: 1 },
  ...{ createdAt: 1, sampleRate: 8000, samples: 800, state: { status: 'kept' } },
  ...more,
});
const onDisk = async (id = 'c') => new Uint8Array(await readFile(`${folder}/${id}.wav`));

describe('a clip', () => {
  it('is there after a restart, with its sound', async () => {
    const shelf = await open();
    expect(await shelf.add(clip(), sound(0.1))).toEqual({ ok: true, value: clip() });
    expect((await open()).list()).toEqual([clip()]);
    expect(await onDisk()).toEqual(encodeWav(sound(0.1), 16));
    expect(shelf.path('c')).toBe(`${folder}/c.wav`);
  });

  it.each([
    { from: 16, to: 16 },
    { from: 8, to: 16 },
    { from: 24, to: 24 },
    { from: 32, to: 24 },
  ] as const)('of $from bits is kept with $to', async ({ from, to }) => {
    await (await open()).add(clip(), sound(0.1, from));
    expect(await onDisk()).toEqual(encodeWav(sound(0.1), to));
  });

  it('keeps the name of the stock voice', async () => {
    await (await open()).add(clip('c', { stock: 'slt' }), sound(0.1));
    expect((await open()).get('c')?.stock).toBe('slt');
  });

  it('of the same id is written over, not beside', async () => {
    const shelf = await open();
    await shelf.add(clip(), sound(0.2));
    await shelf.add(clip('c', { samples: 400 }), sound(0.05));
    expect(shelf.list()).toEqual([clip('c', { samples: 400 })]);
    expect(await onDisk()).toEqual(encodeWav(sound(0.05), 16));
    expect((await readdir(folder)).sort()).toEqual(['c.json', 'c.wav']);
  });

  it('whose sound cannot be written is not listed, now or later', async () => {
    const shelf = await open();
    await mkdir(`${folder}/c.wav/in the way`, { recursive: true });
    expect(await shelf.add(clip(), sound(0.1))).toMatchObject({ ok: false, fault: { code: 'not-written' } });
    expect(shelf.list()).toEqual([]);
    expect(await readdir(folder)).toEqual(['c.wav']);
  });

  it('of which a kill left only the sound is not listed, and can be added again', async () => {
    await writeFile(`${folder}/c.wav`, 'half a sound');
    const shelf = await open();
    expect(shelf.list()).toEqual([]);
    expect((await shelf.add(clip(), sound(0.1))).ok).toBe(true);
    expect(await onDisk()).toEqual(encodeWav(sound(0.1), 16));
  });
});

describe('a clip that is discarded', () => {
  it('can be had back, and neither twice', async () => {
    const shelf = await open();
    await shelf.add(clip(), sound(0.1));
    const discarded = clip('c', { state: { status: 'discarded', at: 70 } });
    expect(await shelf.discard('c', 70)).toEqual({ ok: true, value: discarded });
    expect(await shelf.discard('c', 71)).toMatchObject({ fault: { code: 'clip-not-possible' } });
    expect((await open()).list()).toEqual([discarded]);
    expect(await shelf.restore('c')).toEqual({ ok: true, value: clip() });
    expect(await shelf.restore('c')).toMatchObject({ fault: { code: 'clip-not-possible' } });
    expect((await open()).list()).toEqual([clip()]);
  });

  it('must be there', async () => {
    const shelf = await open();
    expect(await shelf.discard('x', 1)).toMatchObject({ fault: { code: 'clip-not-found' } });
    expect(await shelf.restore('x')).toMatchObject({ fault: { code: 'clip-not-found' } });
  });

  it('is purged later, with its sound', async () => {
    const shelf = await open();
    for (const id of ['kept', 'old', 'new']) await shelf.add(clip(id), sound(0.1));
    await shelf.discard('old', 99);
    await shelf.discard('new', 100);
    expect(await shelf.purge(100)).toEqual(['old']);
    expect((await readdir(folder)).sort()).toEqual(['kept.json', 'kept.wav', 'new.json', 'new.wav']);
  });
});
