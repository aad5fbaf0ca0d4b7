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

/** Presses Play on what was recorded: it must play. */
export async function expectItPlays(page: Page): Promise<void> {
  const main = page.getByRole('main');
  // The sample is joined anew when a take is kept, and its player with it.
  await expect(async () => {
    await main.getByRole('button', { name: 'Play' }).first().click();
    await expect(main.getByRole('button', { name: 'Pause' }).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 10_000 });
}
