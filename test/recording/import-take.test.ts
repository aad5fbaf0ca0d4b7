import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { importTake } from '../../electron/recording/import-take.ts';
import type { BitDepth } from '../../electron/recording/take.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { type FakeKeeper, fakeKeeper } from './fake-keeper.ts';
import { bytesOf, makeWav } from './make-wav.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { sine } from './tones.ts';

const samples = sine({ hz: 200, sampleRate: 8000, seconds: 0.1 });
let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const take = (bytes: Uint8Array, keeper: FakeKeeper) =>
  importTake({ bytes, fileName: 'ada.wav', keeper, now: () => 9, newId: () => 'take-1' });

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

  it('and is none is refused by its name, with nothing begun', async () => {
    const keeper = fakeKeeper(folder);
    expect(await take(Buffer.from('Dear Ada'), keeper)).toEqual({
      ok: false,
      fault: { code: 'not-audio', facts: { file: 'ada.wav' } },
    });
    expect(keeper.takes.size).toBe(0);
  });

  it.each([
    { what: 'the sound does not fit on the disk', limits: { room: 300 } },
    { what: 'the description cannot be written', limits: { saves: 0 } },
  ])('leaves nothing behind where $what', async ({ limits }) => {
    const keeper = fakeKeeper(folder, limits);
    const taken = await take(encodeWav({ sampleRate: 8000, samples }, 16), keeper);
    expect(taken).toMatchObject({ ok: false, fault: { code: 'disk-full' } });
    expect(keeper.removed).toEqual(['take-1']);
    expect(keeper.takes.size).toBe(0);
  });
});
