import { expect, test } from '@playwright/test';
import { clipIsThere, goTo } from './journey.ts';
import { launchApp, temporaryHome } from './launch.ts';

const TEXT = 'The rain has stopped, and the street is quiet.';

test('on this computer: the voice of a pretend avatar is cloned, credits run out, and come back', async () => {
  const { home, remove } = temporaryHome();
  const { app, page } = await launchApp({ home });
  const credits = page.getByRole('textbox', { name: 'Pretend credits' });
  const banner = page.getByRole('banner');

  await goTo(page, 'Settings');
  await credits.fill('10');
  await expect(banner.getByText('10 pretend credits')).toBeVisible();

  await goTo(page, 'Voices');
  await page.getByRole('button', { name: 'Server’s own' }).click();
  const own = page.getByRole('region', { name: 'Voices of This computer' });
  await own.getByRole('button', { name: 'Clone its voice' }).click();
  await expect(own.getByText('It is among your voices.')).toBeVisible({ timeout: 30_000 });
  await expect(banner.getByText('0 pretend credits')).toBeVisible();

  const voice = page.getByRole('article', { name: /^Pretend video/ });
  await voice.getByRole('button', { name: 'Speak with it' }).click();
  const desk = page.getByRole('main');
  await desk.getByRole('textbox', { name: 'Text to speak' }).fill(TEXT);
  await desk.getByRole('button', { name: 'Speak', exact: true }).click();
  await expect(desk.getByText('The credits of this account are used up.')).toBeVisible({ timeout: 30_000 });
  await expect(desk.getByRole('button', { name: 'Try again' })).toBeVisible();

  await goTo(page, 'Settings');
  await credits.fill('5');
  await goTo(page, 'Speak');
  await clipIsThere(page, TEXT);
  await expect(banner.getByText('4 pretend credits')).toBeVisible();
  await app.close();
  remove();
});
