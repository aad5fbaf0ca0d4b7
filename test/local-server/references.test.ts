import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bestPart, openReferences } from '../../electron/local-server/references.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';
import { sine } from '../recording/tones.ts';

const RATE = 1000;
const sound = (samples: Float32Array<ArrayBuffer>, sampleRate = RATE) => ({
  samples,
  sampleRate,
  bitDepth: 16,
});
const tone = (seconds: number) => sine({ hz: 100, sampleRate: RATE, seconds });
const pause = (seconds: number) => new Float32Array(seconds * RATE);

describe('the best part of a voice’s samples', () => {
  it('is all of them where they are short', () => {
    expect(bestPart([sound(tone(3)), sound(tone(2))]).samples).toHaveLength(5 * RATE);
  });

  it('is the ten seconds with the least pauses', () => {
    const { samples } = bestPart([sound(tone(4)), sound(pause(8)), sound(tone(12)), sound(pause(4))]);
    expect(samples).toHaveLength(10 * RATE);
    expect(samples).toEqual(tone(12).subarray(0, 10 * RATE));
  });

  it('leaves out what is at another rate', () => {
    expect(bestPart([sound(tone(3)), sound(tone(2), 2 * RATE)])).toEqual({
      samples: tone(3),
      sampleRate: RATE,
    });
  });

  it('of silence is silence', () => {
    expect(bestPart([sound(pause(20))]).samples).toEqual(pause(10));
  });
});

describe('the folder of the references', () => {
  it('keeps one a voice, and loses those of no voice at the next start', async () => {
    const folder = join(await temporaryFolder(), 'references');
    const references = await openReferences(folder, new Set());
    for (const id of ['a', 'b']) expect((await references.keep(id, [sound(tone(1))])).ok).toBe(true);
    await writeFile(join(folder, 'a.wav.12.part'), 'half');
    expect((await references.get('a'))?.samples).toHaveLength(RATE);
    const again = await openReferences(folder, new Set(['a']));
    expect(await readdir(folder)).toEqual(['a.wav']);
    expect(await again.get('b')).toBeUndefined();
    await again.remove('a');
    expect(await again.get('a')).toBeUndefined();
  });

  it('answers nothing for what is no sound', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.wav'), 'no sound');
    expect(await (await openReferences(folder, new Set(['a']))).get('a')).toBeUndefined();
  });
});
