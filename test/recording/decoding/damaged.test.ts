import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileSource } from '../../../electron/recording/decoding/byte-source.ts';
import { openSound } from '../../../electron/recording/decoding/open-sound.ts';
import { openSoundFile } from '../../../electron/recording/decoding/sound-thread.ts';
import { wavHeader } from '../../../electron/recording/wav.ts';
import { FAULTS, playRound, WHOLE_FILES } from '../../faults/damaged-sound.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROUNDS = 12;

it.each(WHOLE_FILES.map(({ name }, i) => ({ name, i })))(
  `a dozen damaged copies of $name each become a take or a clear fault`,
  async ({ i }) => {
    const folder = await temporaryFolder();
    for (let round = 0; round < ROUNDS; round++) {
      const seed = i + WHOLE_FILES.length * (round + 1000);
      const { end, how, seconds, leftBehind } = await playRound(seed, folder, openSoundFile);
      expect(['take', ...FAULTS], how).toContain(end);
      expect({ how, leftBehind }).toEqual({ how, leftBehind: 0 });
      expect(seconds, how).toBeLessThan(60);
    }
  },
);

it('a WAV of three hours is opened and begun without being read whole', async () => {
  const path = join(await temporaryFolder(), 'long.wav');
  const samples = 3 * 3600 * 48_000;
  const file = await open(path, 'w');
  await file.write(wavHeader({ sampleRate: 48_000, bitDepth: 16, samples }));
  await file.truncate(44 + samples * 2);
  await file.close();
  const whole = await fileSource(path);
  if (!whole.ok) throw new Error(whole.fault.code);
  let read = 0;
  const sound = await openSound({
    ...whole.value,
    async read(at, length) {
      read += length;
      return whole.value.read(at, length);
    },
  });
  if (!sound.ok) throw new Error(sound.fault.code);
  expect(sound.value.seconds).toBe(3 * 3600);
  for await (const block of sound.value.blocks) {
    expect(block.length).toBeLessThan(48_000 * 10);
    break;
  }
  expect(read).toBeLessThan(2_000_000);
  await sound.value.close();
});
