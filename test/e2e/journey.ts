import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ROOT } from './launch.ts';

/** The sentence the new voice says; about three seconds. */
export const SENTENCE = 'This is the first sentence that my new voice has ever spoken.';

/** How long the line of consent is read before the first sentence, in seconds. */
export const CONSENT_SECONDS = 3;

/** Records through the window, as a person would: first the consent where it is still to be spoken, then for `seconds`. */
export async function record(page: Page, seconds: number): Promise<void> {
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  if (await page.getByText('First your consent').isVisible()) {
    await page.waitForTimeout(CONSENT_SECONDS * 1000);
    await page.keyboard.press('ArrowRight');
  }
  await page.waitForTimeout(seconds * 1000);
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await page.getByRole('button', { name: 'Start recording' }).waitFor();
}

/** A sentence of the script that is read where nothing else is chosen; it counts from 0. */
export function scriptLine(sentence: number): string {
  const { passages } = JSON.parse(readFileSync(join(ROOT, 'assets/scripts/en.json'), 'utf8'));
  return passages[0].sentences[sentence];
}

/** Reads the line of consent in the name of Ada, then so many sentences of the script, four seconds each. */
export async function readScript(page: Page, sentences: number): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await page.waitForTimeout(CONSENT_SECONDS * 1000);
  for (let sentence = 0; sentence < sentences; sentence++) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(4000);
  }
  await page.keyboard.press('Space');
  await page.getByText('Agreed aloud', { exact: false }).waitFor();
}

/** Fills in the form and makes a voice of the sample. */
export async function makeVoice(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Make a voice' }).click();
  const form = page.getByRole('form', { name: 'Make a voice' });
  await form.getByRole('textbox', { name: 'Name' }).fill(name);
  await form.getByRole('button', { name: 'Make the voice' }).click();
}

/** Goes to one of the four stations. */
export async function goTo(page: Page, station: 'Record' | 'Voices' | 'Speak' | 'Settings'): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: station }).click();
}

/** Waits until the voice is made: its card shows its stages no more, and no fault. */
export async function voiceIsReady(page: Page, name: string): Promise<void> {
  await goTo(page, 'Voices');
  const card = page.getByRole('article', { name });
  await expect(card.getByText('Ready', { exact: false }).first()).toBeVisible({ timeout: 60_000 });
  await expect(card.getByRole('list', { name: 'Stages' })).toHaveCount(0, { timeout: 60_000 });
  await expect(card.getByRole('button', { name: 'Speak with it' })).toBeEnabled();
}

/** Has the voice say the text and waits for the clip. */
export async function speak(page: Page, name: string, text: string): Promise<void> {
  await goTo(page, 'Voices');
  await page.getByRole('article', { name }).getByRole('button', { name: 'Speak with it' }).click();
  const desk = page.getByRole('main');
  await desk.getByRole('textbox', { name: 'Text to speak' }).fill(text);
  await desk.getByRole('button', { name: 'Speak', exact: true }).click();
  await clipIsThere(page, text);
}

/** Waits for the clip of this text on the Speak screen. */
export async function clipIsThere(page: Page, text: string): Promise<void> {
  await expect(
    page.getByRole('main').getByRole('article', { name: text }).getByRole('button', { name: 'Play' }),
  ).toBeVisible({ timeout: 60_000 });
}

/** Adds a server as a person does, and waits until it is in the list. */
export async function addServer(
  page: Page,
  server: { readonly url: string; readonly token: string },
  keepPlain: boolean,
): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Add a server' }).click();
  const form = page.getByRole('form', { name: 'Add a server' });
  await form.getByText('Another address').click();
  await form.getByLabel('Address', { exact: true }).fill(server.url);
  await form.getByLabel('Name', { exact: true }).fill('Desk');
  await form.getByLabel('Token', { exact: true }).fill(` ${server.token}\n`);
  if (keepPlain) await form.getByRole('checkbox', { name: /Keep it in the library folder/ }).check();
  await form.getByRole('button', { name: 'Test and add' }).click();
  await expect(page.getByRole('listitem', { name: 'Desk' }).getByText('reachable')).toBeVisible();
}
