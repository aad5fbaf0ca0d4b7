import { expect, test } from '@playwright/test';
import { goTo } from '../e2e/journey.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { cameraOn } from './camera.ts';
import { tell } from './tell.ts';
import { account } from './told.ts';
import { comparison, library, said, takes, theReceipt } from './told-voices.ts';

test('the library of voices: what needs care, the blind comparison, ten thousand', async () => {
  const { home, remove } = temporaryHome();
  const launched = await launchApp({ home });
  const { app, page } = launched;
  const { shoot } = cameraOn(launched);
  await goTo(page, 'Voices');
  await shoot('voices-empty');
  await page.getByRole('button', { name: 'Server’s own' }).click();
  await expect(page.getByText('Clone its voice')).toBeVisible();
  await shoot('voices-server-own');
  await page.getByRole('button', { name: 'Server’s own' }).click();

  await tell(app, 'server.changed', account);
  for (const take of takes) await tell(app, 'take.changed', take);
  await tell(app, 'voices.changed', library);
  for (const clip of said) await tell(app, 'audition.changed', clip);
  await shoot('voices-care');
  await tell(app, 'receipt.added', theReceipt);
  await shoot('voices-receipt');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('searchbox').fill('nobody has this');
  await shoot('voices-none-found');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'More' }).nth(1).click();
  await page.getByRole('menuitem', { name: 'Tags and note' }).click();
  await shoot('voices-describe');
  await page.keyboard.press('Escape');

  await page.getByRole('article', { name: 'Maria · A2E' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Compare blind…' }).click();
  await shoot('compare-setup');
  await page.keyboard.press('Escape');
  await tell(app, 'comparison.changed', comparison);
  await page.getByRole('button', { name: 'Go on comparing' }).click();
  await page.getByRole('button', { name: 'Likest' }).nth(1).click();
  await shoot('compare-blind');
  const ranking = comparison.voices.map(({ voiceId }) => voiceId);
  await tell(app, 'comparison.changed', { ...comparison, ranking });
  await shoot('compare-revealed');
  await page.getByRole('button', { name: 'Done' }).click();

  const [model] = library;
  if (model === undefined) throw new Error('no voice to multiply');
  for (let page_ = 0; page_ < 50; page_++)
    await tell(
      app,
      'voices.changed',
      Array.from({ length: 200 }, (_, at) => ({
        ...model,
        ...{ id: `many-${page_}-${at}`, name: `Voice ${page_ * 200 + at}`, createdAt: page_ * 200 + at },
        ...{ state: { status: 'completed', remoteId: 'r' } as const, takeIds: [], note: '' },
      })),
    );
  await expect(page.getByText(/10,00\d voices/)).toBeVisible();
  await page.getByRole('searchbox').fill('voice 99');
  await shoot('voices-ten-thousand');
  await app.close();
  remove();
});
