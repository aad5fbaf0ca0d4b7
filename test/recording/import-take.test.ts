import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSoundFile } from '../../electron/recording/decoding/sound-thread.ts';
import { type ImportParts, importTake } from '../../electron/recording/import-take.ts';
import type { BitDepth } from '../../electron/recording/take.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import { type FakeKeeper, fakeKeeper } from './fake-keeper.ts';
import { fixture } from './fixtures/sounds.ts';
import { bytesOf, makeWav } from './make-wav.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { sine } from './tones.ts';

const samples = sine({ hz: 200, sampleRate: 8000, seconds: 0.1 });
let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

async function take(bytes: Uint8Array, keeper: FakeKeeper, more: Partial<ImportParts> = {}) {
  const path = join(folder, 'ada.wav');
  await writeFile(path, bytes);
  return importTake({
    ...{ path, fileName: 'ada.wav', open: openSoundFile, keeper, now: () => 9, newId: () => 'take-1' },
    ...more,
  });
}

/** Seconds of a wave that says at each sample where it stands. */
function ramp(seconds: number) {
  const values = Float32Array.from({ length: seconds * 8000 }, (_, i) => (i % 30_000) / 32_768);
  return encodeWav({ sampleRate: 8000, samples: values }, 16);
}

describe('a sound file that is taken in', () => {
  it.each<{ bits: BitDepth }>([{ bits: 16 }, { bits: 24 }])(
    'of $bits bits stays as it is',
    async ({ bits }) => {
      const keeper = fakeKeeper(folder);
      const bytes = encodeWav({ sampleRate: 8000, samples }, bits);
      const taken = await take(bytes, keeper);
      expect(taken).toEqual({
        ok: true,
        value: {
          ...{ id: 'take-1', createdAt: 9, source: { kind: 'file', fileName: 'ada.wav' } },
          ...{ sampleRate: 8000, bitDepth: bits, samples: samples.length },
          state: { status: 'kept', recovered: false },
        },
      });
      expect(new Uint8Array(await readFile(keeper.path('take-1')))).toEqual(bytes);
      expect(keeper.takes.get('take-1')).toEqual(taken.ok && taken.value);
    },
  );

  it('of float samples becomes 24 bits', async () => {
    const data = bytesOf(10, 4, (view, at) => view.setFloat32(at, 0.25, true));
    const taken = await take(makeWav({ tag: 3, bits: 32, data }), fakeKeeper(folder));
    expect(taken).toMatchObject({ ok: true, value: { bitDepth: 24, samples: 10 } });
  });

  it('has its course beside it, and tells how far it is', async () => {
    const keeper = fakeKeeper(folder);
    const told: unknown[] = [];
    await take(encodeWav({ sampleRate: 8000, samples }, 16), keeper, {
      onProgress: (...seconds) => told.push(seconds),
    });
    expect(keeper.peaks.get('take-1')).toEqual(Uint8Array.of(128, 128));
    expect(told).toEqual([[0.1, 0.1]]);
  });

  it.each([
    { what: 'from a moment on', part: { from: 30 }, from: 30, to: 40 },
    { what: 'up to a moment', part: { to: 0.5 }, from: 0, to: 0.5 },
    { what: 'between two', part: { from: 16, to: 17.25 }, from: 16, to: 17.25 },
    { what: 'past its end', part: { from: 39, to: 99 }, from: 39, to: 40 },
  ])('in part, $what, is exact to the sample', async ({ part, from, to }) => {
    const keeper = fakeKeeper(folder);
    const taken = await take(ramp(40), keeper, { part, longest: 11 });
    expect(taken).toMatchObject({ ok: true, value: { samples: (to - from) * 8000 } });
    const kept = decodeWav(await readFile(keeper.path('take-1')));
    const whole = decodeWav(ramp(40));
    if (!kept.ok || !whole.ok) throw new Error('not read');
    expect(kept.value.samples).toEqual(whole.value.samples.slice(from * 8000, to * 8000));
  });

  it('that is damaged at its end is kept up to there, and its source says so', async () => {
    const bytes = fixture('sweep.flac');
    const taken = await take(bytes.subarray(0, 6000), fakeKeeper(folder));
    expect(taken).toMatchObject({
      ok: true,
      value: { source: { kind: 'file', fileName: 'ada.wav', damaged: true }, sampleRate: 16_000 },
    });
    expect(taken.ok && taken.value.samples).toBeGreaterThan(6000);
  });
});

describe('a sound file that cannot be taken in', () => {
  it.each([
    { what: 'a letter', bytes: Buffer.from('Dear Ada'), code: 'not-audio' },
    {
      what: 'a WAV without sound',
      bytes: encodeWav({ sampleRate: 8000, samples: new Float32Array(0) }, 16),
      code: 'audio-empty',
    },
    {
      what: 'a FLAC that is cut in its head',
      bytes: fixture('sweep.flac').subarray(0, 30),
      code: 'audio-broken',
    },
    { what: 'a film with AC-3', bytes: fixture('sweep-ac3.mp4'), code: 'format-not-supported' },
  ])('is refused by its name and leaves nothing behind: $what', async ({ bytes, code }) => {
    const keeper = fakeKeeper(folder);
    expect(await take(bytes, keeper)).toMatchObject({
      ok: false,
      fault: { code, facts: { file: 'ada.wav' } },
    });
    expect(keeper.takes.size).toBe(0);
  });

  it('for its length is refused before anything is begun', async () => {
    const keeper = fakeKeeper(folder);
    expect(await take(ramp(61), keeper, { longest: 60 })).toEqual({
      ok: false,
      fault: { code: 'audio-too-long', facts: { file: 'ada.wav', limit: '60 seconds', seconds: 61 } },
    });
    expect(keeper.removed).toEqual([]);
  });

  it('for a part behind its end is refused as empty', async () => {
    expect(await take(ramp(2), fakeKeeper(folder), { part: { from: 3 } })).toMatchObject({
      fault: { code: 'audio-empty' },
    });
  });

  it('because it was stopped leaves nothing behind', async () => {
    const keeper = fakeKeeper(folder);
    const stop = new AbortController();
    const taken = await take(ramp(40), keeper, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(taken).toMatchObject({ ok: false, fault: { code: 'canceled' } });
    expect(keeper.removed).toEqual(['take-1']);
  });

  it.each([
    { what: 'the sound does not fit on the disk', limits: { room: 300 } },
    { what: 'the description cannot be written', limits: { saves: 0 } },
  ])('because $what leaves nothing behind', async ({ limits }) => {
    const keeper = fakeKeeper(folder, limits);
    const taken = await take(encodeWav({ sampleRate: 8000, samples }, 16), keeper);
    expect(taken).toMatchObject({ ok: false, fault: { code: 'disk-full' } });
    expect(keeper.removed).toEqual(['take-1']);
    expect(keeper.takes.size).toBe(0);
  });
});
