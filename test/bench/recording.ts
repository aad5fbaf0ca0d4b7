import { expect, type Page } from '@playwright/test';

/** Presses Start and resolves, once the window says that it records, with the time of that (milliseconds since 1970). */
export async function startRecording(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  return Date.now();
}

/** Waits until `seconds` have passed since `startedAt` (milliseconds since 1970). */
export async function recordUntil(page: Page, startedAt: number, seconds: number): Promise<void> {
  await page.waitForTimeout(Math.max(0, startedAt + seconds * 1000 - Date.now()));
}

/** Presses Play on the newest recording: the sound must move on. */
export async function expectItPlays(page: Page): Promise<void> {
  const player = page.locator('.strip .player');
  await player.getByRole('button', { name: 'Play' }).click();
  await player.getByRole('button', { name: 'Pause' }).waitFor();
  const position = player.getByRole('slider');
  await expect.poll(async () => Number(await position.getAttribute('aria-valuenow'))).toBeGreaterThan(0.3);
  await player.getByRole('button', { name: 'Pause' }).click();
}
