import { expect, it } from 'vitest';
import { boundedSource } from '../../../electron/recording/decoding/bounded-source.ts';
import { bytesSource } from '../../../electron/recording/decoding/byte-source.ts';
import { seeded } from '../tones.ts';

const BYTES = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 2654435761) >>> 24);

it('gives the same bytes wherever and however many are asked for', async () => {
  const random = seeded(11);
  const source = boundedSource(bytesSource(BYTES));
  for (let round = 0; round < 500; round++) {
    const at = Math.floor(random() * BYTES.length);
    const length = Math.floor(random() * (round % 10 === 0 ? 300_000 : 70_000));
    const got = await source.read(at, length);
    expect(got.length).toBe(Math.min(length, BYTES.length - at));
    expect(Buffer.compare(got, BYTES.subarray(at, at + length))).toBe(0);
  }
});

it('refuses a piece that no sound file has', async () => {
  const huge = { size: 2 ** 40, read: async () => new Uint8Array(0), close: async () => undefined };
  await expect(boundedSource(huge).read(0, 2 ** 31)).rejects.toThrow('a piece of 2147483648 bytes');
});

it('ends for whoever reads in circles', async () => {
  const source = boundedSource(bytesSource(BYTES.subarray(0, 1000)));
  const circles = async () => {
    for (;;) await source.read(500, 8);
  };
  await expect(circles()).rejects.toThrow('in circles');
});
