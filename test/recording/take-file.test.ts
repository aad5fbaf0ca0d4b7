import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BitDepth } from '../../electron/recording/take.ts';
import {
  beginTakeFile,
  createTakeFile,
  repairTakeFile,
  type TakeFile,
} from '../../electron/recording/take-file.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import { openOnSmallDisk } from './full-disk.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { sine } from './tones.ts';

const RATE = 8000;
const sound = sine({ hz: 300, sampleRate: RATE, seconds: 0.25 });
let path: string;

beforeEach(async () => {
  path = join(await temporaryFolder(), 'take.wav');
});

async function created(bitDepth: BitDepth = 16) {
  const file = await createTakeFile({ path, sampleRate: RATE, bitDepth });
  if (!file.ok) throw new Error(file.fault.code);
  return file.value;
}

/** The file as another program sees it now. */
const seen = async () => new Uint8Array(await readFile(path));
const whole = (samples: Float32Array, bitDepth: BitDepth = 16) =>
  encodeWav({ sampleRate: RATE, samples }, bitDepth);

describe('a take that grows', () => {
  it.each<{ bitDepth: BitDepth }>([{ bitDepth: 16 }, { bitDepth: 24 }])(
    'is a valid WAV after every block, of $bitDepth bits',
    async ({ bitDepth }) => {
      const file = await created(bitDepth);
      expect(await seen()).toEqual(whole(new Float32Array(0), bitDepth));
      let length = 0;
      for (const block of [400, 1, 399, 0, 700, 500]) {
        expect(await file.append(sound.subarray(length, length + block))).toEqual({ ok: true });
        length += block;
        expect(file.samples).toBe(length);
        expect(await seen()).toEqual(whole(sound.subarray(0, length), bitDepth));
      }
      expect(await file.close()).toEqual({ ok: true, value: length });
      expect(await seen()).toEqual(whole(sound, bitDepth));
    },
  );

  it('keeps blocks in order that are not waited for', async () => {
    const file = await created();
    for (let at = 0; at < sound.length; at += 100) void file.append(sound.subarray(at, at + 100));
    expect(await file.close()).toEqual({ ok: true, value: sound.length });
    expect(await seen()).toEqual(whole(sound));
  });

  it('is never written over one that is there', async () => {
    await writeFile(path, 'precious');
    expect(await createTakeFile({ path, sampleRate: RATE, bitDepth: 16 })).toMatchObject({
      ok: false,
      fault: { code: 'not-written', detail: 'EEXIST' },
    });
    expect(await readFile(path, 'utf8')).toBe('precious');
  });

  it('fails where its folder is not', async () => {
    const missing = join(path, 'nowhere', 'take.wav');
    expect(await createTakeFile({ path: missing, sampleRate: RATE, bitDepth: 16 })).toMatchObject({
      ok: false,
      fault: { code: 'not-written', detail: 'ENOENT' },
    });
  });
});

describe('a disk that fills up', () => {
  const format = { sampleRate: RATE, bitDepth: 16 } as const;

  it.each([
    { code: 'ENOSPC', fault: 'disk-full' },
    { code: 'EDQUOT', fault: 'disk-full' },
    { code: 'EIO', fault: 'not-written' },
  ])('($code) keeps what was named before and says $fault', async ({ code, fault }) => {
    const begun = await beginTakeFile(await openOnSmallDisk(path, 44 + 2 * 150, code), format);
    if (!begun.ok) throw new Error(begun.fault.code);
    const file = begun.value;
    const failure = { ok: false, fault: { code: fault, detail: code } };
    expect(await file.append(sound.subarray(0, 100))).toEqual({ ok: true });
    expect(await file.append(sound.subarray(100, 200))).toEqual(failure);
    expect(await file.append(sound.subarray(200, 201))).toEqual(failure);
    expect(file.samples).toBe(100);
    expect(await file.close()).toEqual(failure);
    const read = decodeWav(await seen());
    expect(read.ok && read.value.samples).toEqual(readBack(100));
  });

  it('before the header fits is told at once', async () => {
    expect(await beginTakeFile(await openOnSmallDisk(path, 20), format)).toEqual({
      ok: false,
      fault: { code: 'disk-full', detail: 'ENOSPC' },
    });
  });
});

describe('a disk that is slow to flush', () => {
  afterEach(() => void vi.useRealTimers());

  /** A file on a disk whose first flush ends when, and as, the test says. */
  async function growing(): Promise<{ file: TakeFile; flush: (error?: Error) => void }> {
    vi.useFakeTimers({ toFake: ['performance'] });
    let flush: (error?: Error) => void = () => undefined;
    const disk = await openOnSmallDisk(path, 10_000);
    const flushed = new Promise<void>((resolve, reject) => {
      flush = (error) => (error ? reject(error) : resolve());
    });
    const flushes = [flushed];
    const slow = { ...disk, datasync: () => flushes.pop() ?? disk.datasync() };
    const begun = await beginTakeFile(slow, { sampleRate: RATE, bitDepth: 16 });
    if (!begun.ok) throw new Error(begun.fault.code);
    vi.advanceTimersByTime(1001);
    await begun.value.append(sound.subarray(0, 100));
    return { file: begun.value, flush };
  }

  it('holds up no sound', async () => {
    const { file, flush } = await growing();
    expect(await file.append(sound.subarray(100, 200))).toEqual({ ok: true });
    expect(await seen()).toEqual(whole(sound.subarray(0, 200)));
    const closed = file.close();
    flush();
    expect(await closed).toEqual({ ok: true, value: 200 });
  });

  it('and fails in the end is told, also where later flushes succeed', async () => {
    const { file, flush } = await growing();
    const closed = file.close();
    flush(Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' }));
    expect(await closed).toEqual({ ok: false, fault: { code: 'not-written', detail: 'EIO' } });
  });
});

/** The first samples as 16 bits keep them. */
function readBack(count: number): Float32Array {
  const read = decodeWav(whole(sound.subarray(0, count)));
  return read.ok ? read.value.samples : new Float32Array(0);
}

describe('a take whose process died is mended', () => {
  const bytes = sound.length * 2;

  it.each([
    { what: 'nothing was written', length: 0, samples: 0 },
    { what: 'half the header was written', length: 22, samples: 0 },
    { what: 'one byte of the header is missing', length: 43, samples: 0 },
    { what: 'only the header was written', length: 44, samples: 0 },
    { what: 'half a sample was written', length: 45, samples: 0 },
    { what: 'one sample was written', length: 46, samples: 1 },
    { what: 'the last sample is cut', length: 44 + bytes - 1, samples: sound.length - 1 },
    { what: 'everything was written', length: 44 + bytes, samples: sound.length },
  ])('where $what', async ({ length, samples }) => {
    await writeFile(path, whole(sound));
    await truncate(path, length);
    expect(await repairTakeFile(path, { sampleRate: RATE, bitDepth: 16 })).toEqual({
      ok: true,
      value: samples,
    });
    expect(await seen()).toEqual(whole(sound.subarray(0, samples)));
  });

  it('with the sound that its header did not name yet', async () => {
    const bytes = whole(sound, 24);
    bytes.set(whole(sound.subarray(0, 10), 24).subarray(0, 44));
    await writeFile(path, Buffer.concat([bytes, Buffer.of(1, 2)]));
    expect(await repairTakeFile(path, { sampleRate: RATE, bitDepth: 24 })).toEqual({
      ok: true,
      value: sound.length,
    });
    expect(await seen()).toEqual(whole(sound, 24));
  });

  it('or said to be missing, and not made', async () => {
    expect(await repairTakeFile(path, { sampleRate: RATE, bitDepth: 16 })).toMatchObject({
      ok: false,
      fault: { detail: 'ENOENT' },
    });
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });
});
