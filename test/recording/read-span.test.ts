import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTakeSpan } from '../../electron/recording/read-span.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { sine } from './tones.ts';

const samples = sine({ hz: 300, sampleRate: 8000, seconds: 1 });

test.each([16, 24] as const)('a stretch of a %d-bit take is read to the bit', async (bitDepth) => {
  const path = join(await temporaryFolder(), 'take.wav');
  await writeFile(path, encodeWav({ sampleRate: 8000, samples }, bitDepth));
  const format = { sampleRate: 8000, bitDepth };
  const read = await readTakeSpan(path, format, { from: 100, to: 350 });
  const step = 2 ** (bitDepth - 1);
  const expected = samples.slice(100, 350).map((sample) => Math.round(sample * step) / step + 0);
  expect(read).toEqual({ ok: true, value: { ...format, samples: expected } });
  expect(await readTakeSpan(path, format, { from: 7, to: 7 })).toMatchObject({
    value: { samples: new Float32Array() },
  });
});

test('a stretch past the end of the file, or of no file, is a fault and no silence', async () => {
  const path = join(await temporaryFolder(), 'take.wav');
  const format = { sampleRate: 8000, bitDepth: 16 } as const;
  expect(await readTakeSpan(path, format, { from: 0, to: 9 })).toMatchObject({
    fault: { code: 'audio-broken' },
  });
  await writeFile(path, encodeWav({ sampleRate: 8000, samples }, 16));
  expect(await readTakeSpan(path, format, { from: 7990, to: 8001 })).toMatchObject({
    fault: { code: 'audio-broken' },
  });
});
