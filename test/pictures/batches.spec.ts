import { expect, test } from '@playwright/test';
import { goTo } from '../e2e/journey.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { batch, voice } from '../renderer/examples.ts';
import { cameraOn } from './camera.ts';
import { tell } from './tell.ts';
import { account } from './told.ts';

const now = Date.now();
const held = { status: 'waiting', why: 'network', since: now } as const;
const BATCHES = [
  batch('b1', { name: 'The old farm diaries', createdAt: now, counts: { done: 3, waiting: 9 }, held }),
  batch('b2', {
    name: 'Grandfather Bartholomew reading from the old farm diaries, the second part of it',
    ...{ createdAt: now - 1000, speed: 0.85, counts: { done: 231, failed: 6, canceled: 3 } },
  }),
  batch('b4', {
    ...{
      name: 'Letters home',
      createdAt: now - 1500,
      counts: { done: 4, waiting: 8 },
      ceiling: 40,
      used: 40,
    },
    held: {
      ...{ status: 'waiting', why: 'credits', since: now },
      fault: { code: 'batch-ceiling-reached', facts: { used: 40, ceiling: 40 } },
    },
  }),
  batch('b3', { name: 'A letter', createdAt: now - 2000, counts: { done: 3 } }),
];
const TABLE = `text,voice\n${'"Once upon a time there was a farm, and on it lived a man who wrote down what each day had brought.",Maria\n'.repeat(200)}`;

test('batches, a document, and the queue', async () => {
  const { home, remove } = temporaryHome();
  const launched = await launchApp({ home });
  const { app, page } = launched;
  const { shoot } = cameraOn(launched);
  await tell(app, 'voice.changed', voice('v1', { name: 'Maria' }));
  await goTo(page, 'Speak');
  await page.getByRole('textbox', { name: 'Text to speak' }).fill('word '.repeat(240));
  for (const one of BATCHES) await tell(app, 'batch.changed', one);
  await shoot('batches');
  const card = page.getByRole('article', { name: 'A letter' });
  await card.getByRole('button', { name: 'Export…' }).click();
  await shoot('batches-export', () => card.scrollIntoViewIfNeeded());
  await page
    .getByLabel('Document to speak')
    .setInputFiles({ name: 'tales.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  const document = page.getByRole('region', { name: 'tales' });
  await expect(document).toBeVisible();
  await shoot('batches-document', () => document.scrollIntoViewIfNeeded());
  await tell(app, 'server.changed', account);
  await tell(app, 'voice.changed', voice('v1', { name: 'Maria', server: account.id }));
  await shoot('batches-ceiling', () => document.getByRole('textbox').scrollIntoViewIfNeeded());
  const used = page.getByRole('article', { name: 'Letters home' });
  await shoot('batches-ceiling-reached', () => used.scrollIntoViewIfNeeded());
  await page.getByRole('button', { name: /^Queue/ }).click();
  await shoot('batches-queue');
  await app.close();
  remove();
});
