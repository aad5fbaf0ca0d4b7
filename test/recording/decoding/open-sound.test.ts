import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../electron/recording/decoding/byte-source.ts';
import { openSound } from '../../../electron/recording/decoding/open-sound.ts';
import { FIXTURES, fixture, sweep } from '../fixtures/sounds.ts';

async function read(bytes: Uint8Array) {
  const opened = await openSound(bytesSource(bytes));
  if (!opened.ok) throw new Error(JSON.stringify(opened.fault));
  const sound = opened.value;
  const blocks: Buffer[] = [];
  for await (const block of sound.blocks)
    blocks.push(Buffer.from(block.buffer, block.byteOffset, block.byteLength));
  const whole = Buffer.concat(blocks);
  await sound.close();
  return { sound, samples: new Float32Array(new Uint8Array(whole).buffer), ended: sound.ended() };
}

const faultOf = async (bytes: Uint8Array) => {
  const opened = await openSound(bytesSource(bytes));
  if (opened.ok) throw new Error('it was opened');
  return opened.fault;
};

/** Correlation of two sounds at their starts, 1 where they are the same. */
function likeness(a: Float32Array, b: Float32Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

const rms = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

describe.each(FIXTURES)('$file', ({ file, format, codec, sampleRate, within, alike, late = 0 }) => {
  it('is told by its first bytes, with its rate and its length', async () => {
    const { sound } = await read(fixture(file));
    expect(sound).toMatchObject({ format, codec, sampleRate, channels: 1, bitDepth: 16 });
    expect(Math.abs((sound.seconds ?? 0) - 1)).toBeLessThanOrEqual(Math.max(within, 0.02));
  });

  it('sounds as what it was made from: its length, its course in step, its level', async () => {
    const { samples, ended } = await read(fixture(file));
    expect(ended).toEqual({ ok: true, value: { samples: samples.length, damaged: false } });
    expect(Math.abs(samples.length / sampleRate - 1)).toBeLessThanOrEqual(within);
    const source = sweep(sampleRate);
    // In step: a shift of one sample at 3 kHz would already be seen.
    expect(likeness(samples.subarray(late), source)).toBeGreaterThan(alike);
    // LAME makes everything quieter by 0.45 dB.
    const louder = 20 * Math.log10(rms(samples.subarray(late, late + source.length)) / rms(source));
    expect(Math.abs(louder)).toBeLessThan(0.5);
  });
});

it('what is longer than a batch goes on without a gap: forty seconds of AAC', async () => {
  const once = fixture('sweep.aac');
  const packets = 17;
  const { samples, ended } = await read(Buffer.concat(Array<Uint8Array>(40).fill(once)));
  expect(ended).toEqual({ ok: true, value: { samples: packets * 1024 * 40, damaged: false } });
  // The second and the last time sound the same, and so does the one in which a batch ends.
  const time = (i: number) => samples.slice(i * packets * 1024 + 1024, (i + 1) * packets * 1024);
  for (const i of [29, 30, 31, 39]) expect(likeness(time(1), time(i))).toBeGreaterThan(0.999);
});

it('a file that leads the search for packets in circles ends', async () => {
  const bytes = fixture('sweep-opus.webm');
  const { ended } = await read(bytes.fill(0, 8954));
  expect(ended).toMatchObject({ ok: true, value: { damaged: true } });
});

describe('what cannot be read is called by its name', () => {
  it.each([
    { what: 'AC-3 in MP4', bytes: fixture('sweep-ac3.mp4') },
    { what: 'ALAC in MP4', bytes: fixture('sweep-alac.m4a') },
    { what: 'AIFF', bytes: Buffer.from('FORM\0\0\0\x20AIFFCOMM') },
    { what: 'AMR', bytes: Buffer.from('#!AMR\n') },
    { what: 'AVI', bytes: Buffer.from('RIFF1234AVI LIST12345678') },
  ])('$what', async ({ what, bytes }) => {
    expect(await faultOf(bytes)).toEqual({ code: 'format-not-supported', facts: { format: what } });
  });

  it('nothing at all', async () => {
    expect((await faultOf(new Uint8Array(0))).code).toBe('audio-empty');
  });
});
