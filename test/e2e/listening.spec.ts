import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Bridge, TakeHeard } from '../../electron/contract/calls.ts';
import { record } from './journey.ts';
import { keptIn } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

test('speech is counted while it is recorded, and what was speech is kept with the take', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 6);
  const { app, page } = await launchApp({ home, microphone });
  try {
    const heard = await page.evaluateHandle(() => {
      const list: TakeHeard[] = [];
      (window as unknown as { timbre: Bridge }).timbre.on('take.heard', (value) => list.push(value));
      return list;
    });
    await record(page, 6);
    await expect(() => expect(keptIn(home, 'takes')[0]?.speech).toBeDefined()).toPass();
    const take = keptIn(home, 'takes')[0];
    const speech = take?.speech;
    const seconds = (take?.samples ?? 0) / (take?.sampleRate ?? 1);
    expect(speech?.by).toBe('silero');
    expect(speech?.seconds).toBeGreaterThan(3);
    expect(speech?.seconds).toBeLessThan(seconds);
    const told = await heard.jsonValue();
    expect(told.every(({ by }) => by === 'silero')).toBe(true);
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThan(4 * seconds + 2);
  } finally {
    await app.close();
    remove();
  }
});
