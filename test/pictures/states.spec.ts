import { expect, type Page, test } from '@playwright/test';
import { goTo } from '../e2e/journey.ts';
import { type Launched, launchApp, temporaryHome } from '../e2e/launch.ts';
import { type Camera, cameraOn } from './camera.ts';
import { tell } from './tell.ts';
import { account, clips, lines, takes, voices } from './told.ts';

test('states that are hard to bring about, told to the real window', async () => {
  const { home, remove } = temporaryHome();
  const launched = await launchApp({ home });
  const camera = cameraOn(launched);
  await shootRecord(launched, camera);
  await shootVoices(launched, camera);
  await shootSpeak(launched, camera);
  await launched.app.close();
  remove();
});

async function shootRecord({ app }: Launched, { shoot }: Camera): Promise<void> {
  await tell(app, 'microphone.changed', 'denied');
  await shoot('record-denied');
  await tell(app, 'microphone.changed', 'granted');
  for (const take of takes) await tell(app, 'take.changed', take);
  await tell(app, 'take.broken', { id: 't1', fault: { code: 'frames-out-of-order', detail: 'gap at 4800' } });
  await shoot('record-broken');
}

async function shootVoices({ app, page }: Launched, { shoot }: Camera): Promise<void> {
  await tell(app, 'server.changed', account);
  for (const voice of voices) await tell(app, 'voice.changed', voice);
  await goTo(page, 'Voices');
  await shoot('voices-many');
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await shoot('voices-delete');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Keep it' })).toHaveCount(0);
  await shoot('voices-unclear', () => scrollTo(page, 'Maria, once more'));
  await shoot('voices-further', () => scrollTo(page, 'Maria 5'));
}

async function shootSpeak({ app, page }: Launched, { shoot }: Camera): Promise<void> {
  for (const clip of clips) await tell(app, 'clip.changed', clip);
  for (const line of lines) await tell(app, 'job.changed', line);
  await goTo(page, 'Speak');
  await page.getByRole('textbox', { name: 'Text to speak' }).fill('word '.repeat(240));
  await shoot('speak-failed');
  await shoot('speak-further', () => scrollTo(page, 'aaaa'));
  await shoot('speak-voices', async () => {
    // A list that is still open from the last size would be closed by the click.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await page.getByRole('button', { name: 'Voice', exact: true }).click();
    await expect(page.getByRole('listbox')).toBeVisible();
  });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await page.getByRole('button', { name: /^Queue/ }).click();
  await shoot('queue-failed');
}

async function scrollTo(page: Page, name: string): Promise<void> {
  await page.getByRole('article', { name }).first().scrollIntoViewIfNeeded();
}
