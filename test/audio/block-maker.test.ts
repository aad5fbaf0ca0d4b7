import { describe, expect, it } from 'vitest';
import { createBlockMaker } from '../../renderer/audio/worker/block-maker.ts';
import { seeded } from '../recording/tones.ts';

function blocksOf(length: number, parts: readonly Float32Array[]): Float32Array<ArrayBuffer>[] {
  const blocks: Float32Array<ArrayBuffer>[] = [];
  const maker = createBlockMaker(length, (block) => blocks.push(block));
  for (const part of parts) maker.add(part);
  maker.flush();
  return blocks;
}
const counting = (from: number, count: number) => Float32Array.from({ length: count }, (_, i) => from + i);

describe('device buffers become blocks', () => {
  it.each([
    { what: 'of one length, whatever came', parts: [3, 3, 3, 3], lengths: [5, 5, 2] },
    { what: 'where one fills several', parts: [13], lengths: [5, 5, 3] },
    { what: 'where one fits exactly', parts: [5, 5], lengths: [5, 5] },
    { what: 'where nothing is in one', parts: [0, 2, 0, 3, 0], lengths: [5] },
    { what: 'none where nothing came', parts: [], lengths: [] },
  ])('$what', ({ parts, lengths }) => {
    let from = 0;
    const buffers = parts.map((count) => {
      from += count;
      return counting(from - count, count);
    });
    const blocks = blocksOf(5, buffers);
    expect(blocks.map((block) => block.length)).toEqual(lengths);
    expect(blocks.flatMap((block) => [...block])).toEqual([...counting(0, from)]);
  });

  it('of which none loses or doubles a sample, for buffers of any length', () => {
    const random = seeded(3);
    const parts: Float32Array[] = [];
    let count = 0;
    while (count < 20_000) {
      const length = Math.floor(random() * 300);
      parts.push(counting(count, length));
      count += length;
    }
    const blocks = blocksOf(128, parts);
    expect(blocks.slice(0, -1).every((block) => block.length === 128)).toBe(true);
    expect(Float32Array.from(blocks.flatMap((block) => [...block]))).toEqual(counting(0, count));
  });

  it('each with a buffer of its own, so that it can be handed over', () => {
    const blocks = blocksOf(4, [counting(0, 10)]);
    expect(new Set(blocks.map((block) => block.buffer)).size).toBe(3);
    for (const block of blocks) expect(block.buffer.byteLength).toBe(block.byteLength);
  });

  it('that do not change when the device uses its buffer again', () => {
    const blocks: Float32Array[] = [];
    const maker = createBlockMaker(2, (block) => blocks.push(block));
    const buffer = Float32Array.of(1, 2, 3);
    maker.add(buffer);
    buffer.fill(9);
    maker.flush();
    expect(blocks).toEqual([Float32Array.of(1, 2), Float32Array.of(3)]);
  });

  it('and a second flush gives nothing', () => {
    const blocks: Float32Array[] = [];
    const maker = createBlockMaker(4, (block) => blocks.push(block));
    maker.add(counting(0, 2));
    maker.flush();
    maker.flush();
    expect(blocks).toHaveLength(1);
  });
});
