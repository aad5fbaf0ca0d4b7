import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeBlocks } from '../../../electron/recording/listening/take-blocks.ts';
import { encodeWav } from '../../../electron/recording/wav.ts';
import { decodeWav } from '../../../electron/recording/wav-read.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { sine } from '../tones.ts';

const RATE = 1000;

describe('the blocks of a take', () => {
  it.each([16, 24] as const)('are its %i-bit sound, a second each', async (bitDepth) => {
    const samples = sine({ hz: 100, sampleRate: RATE, seconds: 2.5 });
    const wav = encodeWav({ sampleRate: RATE, samples }, bitDepth);
    const path = join(await temporaryFolder(), 'take.wav');
    await writeFile(path, wav);
    const blocks: Float32Array[] = [];
    for await (const block of takeBlocks(path, { sampleRate: RATE, bitDepth, samples: 2500 }))
      blocks.push(block);
    expect(blocks.map(({ length }) => length)).toEqual([1000, 1000, 500]);
    const decoded = decodeWav(wav);
    expect(blocks.flatMap((block) => [...block])).toEqual(decoded.ok && [...decoded.value.samples]);
  });

  it('end where a file is shorter than its description says', async () => {
    const path = join(await temporaryFolder(), 'take.wav');
    await writeFile(
      path,
      encodeWav({ sampleRate: RATE, samples: new Float32Array(1300) }, 24).subarray(0, -1),
    );
    const take = { sampleRate: RATE, bitDepth: 24, samples: 5000 } as const;
    const lengths = [];
    for await (const block of takeBlocks(path, take)) lengths.push(block.length);
    expect(lengths).toEqual([1000, 299]);
  });
});
