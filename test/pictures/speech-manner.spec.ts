import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo } from '../e2e/journey.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { cloneAda } from '../e2e/timbre.ts';
import { batch, voice } from '../renderer/examples.ts';
import { cameraOn } from './camera.ts';
import { tell } from './tell.ts';

const now = Date.now();
const FRENCH =
  'Je suis né dans une petite ville où il n’y avait pas de gare, et nous avons vécu avec ma mère.';
const WORDS = [
  ['SQL', 'sequel'],
  ['Worcestershire', 'wooster sheer'],
] as const;
const held = {
  ...({ status: 'waiting', why: 'credits' } as const),
  since: now - 900_000,
  fault: { code: 'out-of-credits' },
} as const;

test('how a voice speaks, a text in another language, a quota that is used up, and the settings', async () => {
  const { home: root, remove } = temporaryHome();
  const home = join(root, 'home');
  await cloneAda(home, join(root, 'sample.wav'));
  const launched = await launchApp({ home });
  const { app, page } = launched;
  const { shoot } = cameraOn(launched);
  await tell(app, 'voice.changed', voice('v2', { name: 'Luc', language: 'fr', takeIds: [] }));

  await goTo(page, 'Voices');
  const card = page.getByRole('article', { name: 'Ada' });
  await card.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Speed and words' }).click();
  const form = card.getByRole('form', { name: 'How Ada speaks' });
  for (const [at, [word, spoken]] of WORDS.entries()) {
    await form.getByRole('button', { name: 'Add a word' }).click();
    await form.getByRole('textbox', { name: 'Word' }).nth(at).fill(word);
    await form.getByRole('textbox', { name: `How ${word} is said` }).fill(spoken);
  }
  await form.getByRole('button', { name: 'Save' }).focus();
  await form.getByRole('button', { name: 'Hear it' }).first().click();
  await expect(form.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 30_000 });
  await shoot('manner-voice', () => card.scrollIntoViewIfNeeded());
  await form.getByRole('button', { name: 'Save' }).click();

  await goTo(page, 'Speak');
  const paper = page.getByRole('textbox', { name: 'Text to speak' });
  await paper.fill(FRENCH);
  await page.getByRole('slider', { name: 'Speed' }).press('ArrowRight');
  await page.getByRole('button', { name: /^Words/ }).click();
  const words = page.getByRole('region', { name: 'How words are said' });
  await words.getByRole('button', { name: 'Add a word' }).first().click();
  await shoot('manner-speak');
  await words.getByRole('button', { name: 'Cancel' }).click();

  await page
    .getByRole('main')
    .getByRole('button', { name: /^Speak/ })
    .click();
  await expect(page.getByText('This text looks French.', { exact: false })).toBeVisible();
  await shoot('language-warning', () => page.getByText('This text looks French.').scrollIntoViewIfNeeded());
  await page.getByRole('button', { name: 'Back' }).click();

  await tell(
    app,
    'batch.changed',
    batch('b1', {
      name: 'The diaries',
      createdAt: now,
      counts: { done: 3, waiting: 9 },
      held,
      leftCharacters: 1240,
    }),
  );
  const diaries = page.getByRole('article', { name: 'The diaries' });
  await shoot('batches-quota', () => diaries.scrollIntoViewIfNeeded());
  await goTo(page, 'Settings');
  const work = page.getByRole('region', { name: 'Long work' });
  await shoot('settings-work', () => work.scrollIntoViewIfNeeded());
  await app.close();
  remove();
});
