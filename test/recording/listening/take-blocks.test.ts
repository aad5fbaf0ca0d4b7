import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeBlocks } from '../../../electron/recording/listening/take-blocks.ts';
import { encodeWav } from '../../../electron/recording/wav.ts';
import { decodeWav } from '../../../electron/recording/wav-read.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { sine } from '../tones.ts';

const RATE = 8000;

async function blocksOf(path: string): Promise<Float32Array[]> {
  const blocks: Float32Array[] = [];
  for await (const block of takeBlocks(path)) blocks.push(block);
  return blocks;
}

describe('the blocks of a take', () => {
  it.each([16, 24] as const)('are its %i-bit sound, in pieces', async (bitDepth) => {
    const samples = sine({ hz: 100, sampleRate: RATE, seconds: 60 });
    const wav = encodeWav({ sampleRate: RATE, samples }, bitDepth);
    const path = join(await temporaryFolder(), 'take.wav');
    await writeFile(path, wav);
    const blocks = await blocksOf(path);
    expect(blocks.length).toBeGreaterThan(3);
    const decoded = decodeWav(wav);
    const read = Buffer.concat(blocks.map((block) => Buffer.from(block.buffer)));
    // Compared here: a report of millions of differences would take minutes.
    expect(decoded.ok && read.equals(Buffer.from(decoded.value.samples.buffer))).toBe(true);
  });

  it('are none in an empty one', async () => {
    const path = join(await temporaryFolder(), 'take.wav');
    await writeFile(path, encodeWav({ sampleRate: RATE, samples: new Float32Array(0) }, 24));
    expect(await blocksOf(path)).toEqual([]);
  });

  it('throw where there is no sound', async () => {
    const folder = await temporaryFolder();
    await expect(blocksOf(join(folder, 'nothing.wav'))).rejects.toThrow('file-not-found');
    await writeFile(join(folder, 'take.wav'), 'no sound at all');
    await expect(blocksOf(join(folder, 'take.wav'))).rejects.toThrow('not-audio');
  });
});
