import { expect, test } from '@playwright/test';
import { goTo } from '../e2e/journey.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { seedClips } from '../e2e/seed-clips.ts';
import { voice } from '../renderer/examples.ts';
import { cameraOn } from './camera.ts';
import { tell } from './tell.ts';

const TEXTS = [
  'The sea was calm. Nobody was out but an old man in a small boat, who had been up since four. He waved.',
  'The wind rose.',
  'Grandfather wrote down what each day had brought, whether it had brought anything or not, and he did so for fifty-one years without leaving out a single evening.',
  'Good evening, and welcome.',
  'A line of a batch.',
  'Please mind the gap between the train and the platform.',
];

test('clips, all of them, chosen, exported, and the settings of speech', async () => {
  const { home, remove } = temporaryHome();
  seedClips(
    home,
    Array.from({ length: 40 }, (_, i) => ({
      text: TEXTS[i % TEXTS.length] ?? '',
      seconds: 2 + (i % 5),
      voiceName: i % 3 === 0 ? 'Maria' : 'Bartholomew the elder',
      ...(i % 4 === 1 && { isFavourite: true as const }),
      ...(i % 7 === 3 && { stock: 'slt' }),
      ...(i % 6 === 4 && { line: { batchId: 'gone', lineId: `${i}` } }),
      ...(i % 6 === 2 && { doubts: ['hole'] as const }),
      ...(i === 39 && { recording: { takeId: 't1', from: 0, to: 9 } }),
    })),
  );
  const launched = await launchApp({ home });
  const { app, page } = launched;
  const { shoot } = cameraOn(launched);
  await tell(app, 'voice.changed', voice('v1', { name: 'Maria' }));
  await goTo(page, 'Speak');
  await expect(page.getByRole('article').first()).toBeVisible();
  await shoot('clips-speak', () => page.getByRole('article').first().scrollIntoViewIfNeeded());

  await page.getByRole('button', { name: 'All clips' }).click();
  const rows = page.getByRole('grid', { name: 'Clips' }).getByRole('row');
  await expect(rows.first()).toContainText('Good evening');
  await shoot('clips-history');
  await rows.nth(1).click();
  await rows.nth(3).click({ modifiers: ['Shift'] });
  await rows.nth(3).getByRole('button', { name: /^Play/ }).click();
  await expect(page.getByRole('region', { name: 'Playing' })).toBeVisible();
  await shoot('clips-chosen');
  await page.getByRole('button', { name: 'Export…' }).click();
  await shoot('clips-export');
  await page.getByRole('searchbox').fill('nothing is like that');
  await expect(page.getByText('No clip is like that.')).toBeVisible();
  await shoot('clips-none');

  await goTo(page, 'Settings');
  const speech = page.getByRole('region', { name: 'Speech' });
  await shoot('clips-settings', () => speech.scrollIntoViewIfNeeded());
  await app.close();
  remove();
});
