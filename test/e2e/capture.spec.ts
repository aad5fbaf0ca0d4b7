import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { compare } from './compare.ts';
import { keptIn, soundOf } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { MICROPHONE_RATE, writeSpeechFile } from './speech-file.ts';
import { keepBusy } from './stalls.ts';

const SECONDS = 17;
/** Silence before the speech: the device plays as soon as the window is there, and the take begins with the press. */
const LEAD = 4;

for (const stalled of [false, true]) {
  const when = stalled
    ? 'while the window stalls for 300 ms at a time and both cores are busy'
    : 'while the waveform draws';
  test(`what is spoken comes out on disk to the sample ${when}`, async () => {
    const { home, remove } = temporaryHome();
    const microphone = join(home, 'microphone.wav');
    const played = await writeSpeechFile(microphone, SECONDS, LEAD);
    const launched = await launchApp({ home, microphone, once: true });
    const { page } = launched;
    const rest = stalled ? await keepBusy(page) : undefined;
    try {
      await page.getByRole('button', { name: 'Start recording' }).click();
      await page.getByRole('button', { name: 'Stop recording' }).waitFor();
      await page.waitForTimeout(SECONDS * 1000 + 1500);
      await page.getByRole('button', { name: 'Stop recording' }).click();
      await page.getByRole('button', { name: 'Start recording' }).waitFor();
    } finally {
      await rest?.();
      await launched.app.close();
    }
    const [take] = keptIn(home, 'takes');
    expect(take?.state).toEqual({ status: 'kept', recovered: false });
    const sound = soundOf(home, 'takes', take?.id ?? '');
    expect(sound.sampleRate).toBe(MICROPHONE_RATE);
    expect(sound.samples.length).toBe(take?.samples);
    const { correlation, slips, worst, overlap, lag } = compare(sound.samples, played, MICROPHONE_RATE);
    // What the device played up to a second before the press is before the take, not in it.
    expect(lag).toBeGreaterThanOrEqual(-LEAD * MICROPHONE_RATE);
    expect(overlap).toBe(played.length + Math.min(0, lag));
    expect(new Set(slips)).toEqual(new Set([0]));
    expect(slips.length).toBeGreaterThanOrEqual((SECONDS - LEAD) * 1.8);
    expect(worst).toBeGreaterThanOrEqual(0.9999);
    expect(correlation).toBeGreaterThanOrEqual(0.9999);
    remove();
  });
}
