import { describe, expect, it } from 'vitest';
import { encodeWav } from '../../electron/recording/wav.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import { bytesOf, makeWav, type OddWav } from './make-wav.ts';
import { seeded, sine } from './tones.ts';

/** 0, half, minus half and the lowest, as each kind of WAV writes them. */
const WAVE = [0, 0.5, -0.5, -1];
const at = (i: number) => WAVE[i] ?? 0;
const KINDS: readonly { what: string; wav: OddWav }[] = [
  { what: '8 bits', wav: { bits: 8, data: bytesOf(4, 1, (v, p, i) => v.setUint8(p, at(i) * 128 + 128)) } },
  {
    what: '16 bits',
    wav: { bits: 16, data: bytesOf(4, 2, (v, p, i) => v.setInt16(p, at(i) * 2 ** 15, true)) },
  },
  {
    what: '24 bits',
    wav: {
      bits: 24,
      data: bytesOf(4, 3, (v, p, i) => {
        v.setInt16(p + 1, at(i) * 2 ** 15, true);
      }),
    },
  },
  {
    what: '32 bits',
    wav: { bits: 32, data: bytesOf(4, 4, (v, p, i) => v.setInt32(p, at(i) * 2 ** 31, true)) },
  },
  {
    what: '32-bit float',
    wav: { tag: 3, bits: 32, data: bytesOf(4, 4, (v, p, i) => v.setFloat32(p, at(i), true)) },
  },
  {
    what: '64-bit float',
    wav: { tag: 3, bits: 64, data: bytesOf(4, 8, (v, p, i) => v.setFloat64(p, at(i), true)) },
  },
];

const SOUND = Uint8Array.from([0, 0, 0, 0x40, 0, 0xc0, 0, 0x80]);
const odd = (more: Partial<OddWav>) => decodeWav(makeWav({ bits: 16, data: SOUND, ...more }));
const samplesOf = (read: ReturnType<typeof decodeWav>) =>
  read.ok ? [...read.value.samples] : read.fault.code;
const pcm16 = (values: readonly number[]) =>
  bytesOf(values.length, 2, (v, p, i) => v.setInt16(p, (values[i] ?? 0) * 2 ** 15, true));

describe('a WAV is read', () => {
  it.each(KINDS)('of $what', ({ wav }) => {
    expect(decodeWav(makeWav(wav))).toEqual({
      ok: true,
      value: { sampleRate: 16_000, bitDepth: wav.bits, samples: new Float32Array(WAVE) },
    });
  });

  it.each(KINDS)('of $what in the extensible form', ({ wav }) => {
    const read = decodeWav(makeWav({ ...wav, tag: 0xfffe, subTag: wav.tag ?? 1 }));
    expect(samplesOf(read)).toEqual(WAVE);
  });

  it('of two channels as their mean', () => {
    expect(samplesOf(odd({ channels: 2, data: pcm16([0.5, -0.5, 0.25, 0.75]) }))).toEqual([0, 0.5]);
  });

  it('of three channels as their mean', () => {
    expect(samplesOf(odd({ channels: 3, data: pcm16([0.75, 0, 0, -0.75, -0.75, -0.75]) }))).toEqual([
      0.25, -0.75,
    ]);
  });

  it('with a list of names before the sound', () => {
    const list = { id: 'LIST', body: Buffer.from('INFOISFT\x04\x00\x00\x00abcd') };
    expect(samplesOf(odd({ between: [list] }))).toEqual(WAVE);
  });

  it('with a chunk of odd length and its pad byte before the sound', () => {
    expect(samplesOf(odd({ between: [{ id: 'junk', body: Uint8Array.of(1, 2, 3) }] }))).toEqual(WAVE);
  });

  it('with chunks before the format and after the sound', () => {
    const chunk = { id: 'bext', body: new Uint8Array(10) };
    expect(samplesOf(odd({ first: [chunk], after: [chunk] }))).toEqual(WAVE);
  });

  it.each([
    { what: '0, as a stream writes it', dataSize: 0 },
    { what: 'the highest number there is, as a stream writes it', dataSize: 0xffffffff },
    { what: 'more than the file holds, because the file was cut', dataSize: 4000 },
  ])('to its end where the length says $what', ({ dataSize }) => {
    expect(samplesOf(odd({ dataSize }))).toEqual(WAVE);
  });

  it('without the half sample at the end of a cut file', () => {
    expect(samplesOf(odd({ data: SOUND.subarray(0, 5), dataSize: 8 }))).toEqual([0, 0.5, 0]);
    const cut = makeWav({ bits: 16, data: SOUND }).subarray(0, -1);
    expect(samplesOf(decodeWav(cut))).toEqual([0, 0.5, -0.5]);
  });

  it('from the middle of a larger buffer', () => {
    const file = makeWav({ bits: 16, data: SOUND });
    const larger = new Uint8Array(file.length + 7);
    larger.set(file, 3);
    expect(samplesOf(decodeWav(larger.subarray(3, 3 + file.length)))).toEqual(WAVE);
  });

  it('without sound as no samples', () => {
    expect(samplesOf(odd({ data: new Uint8Array(0) }))).toEqual([]);
  });
});

describe('what is no WAV', () => {
  it.each([
    { what: 'nothing at all', bytes: Buffer.alloc(0) },
    { what: 'a text that was renamed', bytes: Buffer.from('Dear Ada, this is a letter and no sound.') },
    { what: 'eleven bytes', bytes: Buffer.from('RIFF1234WAV') },
    { what: 'an AVI', bytes: Buffer.from('RIFF1234AVI LIST12345678') },
    { what: 'a big-endian RIFX', bytes: Buffer.from('RIFX1234WAVEfmt 1234') },
  ])('is told apart: $what', ({ bytes }) => {
    expect(decodeWav(bytes)).toMatchObject({ ok: false, fault: { code: 'not-audio' } });
  });
});

describe('a broken WAV is refused', () => {
  it.each<{ what: string; wav: Partial<OddWav> }>([
    { what: '0 Hz', wav: { sampleRate: 0 } },
    { what: 'a rate no device has', wav: { sampleRate: 800_000 } },
    { what: 'no channel', wav: { channels: 0 } },
    { what: '12 bits', wav: { bits: 12 } },
    { what: '16-bit float', wav: { tag: 3 } },
    { what: 'an extensible format of an unknown kind', wav: { tag: 0xfffe, subTag: 0x77 } },
  ])('for $what', ({ wav }) => {
    expect(odd(wav)).toMatchObject({ ok: false, fault: { code: 'audio-broken' } });
  });

  it('for what it holds instead of samples, by name', () => {
    expect(odd({ tag: 0x55 })).toEqual({
      ok: false,
      fault: { code: 'format-not-supported', facts: { format: 'MP3 in WAV' } },
    });
  });

  it('where the sound comes before its format', () => {
    const file = makeWav({ bits: 16, data: SOUND, first: [{ id: 'data', body: SOUND }] });
    expect(decodeWav(file)).toMatchObject({ ok: false, fault: { code: 'audio-broken' } });
  });

  it('where there is no sound chunk, or the format is cut', () => {
    for (const length of [12, 20, 30, 36])
      expect(samplesOf(decodeWav(makeWav({ bits: 16, data: SOUND }).subarray(0, length)))).toBe(
        'audio-broken',
      );
  });
});

it('500 WAVs with random damage are read or refused, never thrown at, and quickly', () => {
  const random = seeded(1);
  const sound = encodeWav(
    { sampleRate: 8000, samples: sine({ hz: 200, sampleRate: 8000, seconds: 0.5 }) },
    16,
  );
  const from = performance.now();
  const ends = new Set<string>();
  for (let round = 0; round < 500; round++) {
    const damaged = sound.slice(0, round % 3 === 0 ? Math.floor(random() * sound.length) : sound.length);
    for (let hit = 0; hit < 1 + (round % 8); hit++)
      damaged[Math.floor(random() * Math.min(60, damaged.length))] = Math.floor(random() * 256);
    const read = decodeWav(damaged);
    ends.add(read.ok ? 'read' : read.fault.code);
    if (read.ok) expect(read.value.samples.length).toBeLessThanOrEqual(damaged.length);
  }
  expect(ends).toEqual(new Set(['read', 'not-audio', 'audio-broken', 'format-not-supported']));
  expect(performance.now() - from).toBeLessThan(2000);
});

it('a million empty chunks are walked through in bounded time', () => {
  const file = new Uint8Array(8_000_000);
  file.set(Buffer.from('RIFF1234WAVE'));
  const from = performance.now();
  expect(samplesOf(decodeWav(file))).toBe('audio-broken');
  expect(performance.now() - from).toBeLessThan(3000);
});
