import { expect, test } from '@playwright/test';
import { goTo } from '../e2e/journey.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { batch, clip, voice } from '../renderer/examples.ts';
import { cameraOn } from './camera.ts';
import { tell } from './tell.ts';

const now = Date.now();
const FRENCH =
  'Je suis né dans une petite ville où il n’y avait pas de gare, et nous avons vécu avec ma mère.';
const held = {
  ...{ status: 'waiting', why: 'credits', since: now - 900_000 },
  fault: { code: 'out-of-credits' },
} as const;

test('how a voice speaks, a text in another language, a quota that is used up, and the settings', async () => {
  const { home, remove } = temporaryHome();
  const launched = await launchApp({ home });
  const { app, page } = launched;
  const { shoot } = cameraOn(launched);
  const maria = voice('v1', {
    ...{ name: 'Maria', speed: 0.85, takeIds: [], createdAt: now },
    pronunciations: [
      { word: 'SQL', spoken: 'sequel' },
      { word: 'Worcestershire', spoken: 'wooster sheer' },
    ],
  });
  await tell(app, 'voice.changed', maria);
  await tell(app, 'voice.changed', voice('v2', { name: 'Luc', language: 'fr', takeIds: [] }));
  await tell(app, 'audition.changed', clip('heard', { text: 'sequel', samples: 24_000 }));

  await goTo(page, 'Voices');
  const card = page.getByRole('article', { name: 'Maria' });
  await card.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Speed and words' }).click();
  await shoot('manner-voice', () => card.scrollIntoViewIfNeeded());
  await page.keyboard.press('Escape');

  await goTo(page, 'Speak');
  const paper = page.getByRole('textbox', { name: 'Text to speak' });
  await paper.fill(FRENCH);
  await page.getByRole('slider', { name: 'Speed' }).press('ArrowRight');
  await page.getByRole('button', { name: /^Words/ }).click();
  const words = page.getByRole('region', { name: 'How words are said' });
  await words.getByRole('button', { name: 'Add a word' }).first().click();
  await shoot('manner-speak');
  await page.keyboard.press('Escape');

  // These voices are known to the window alone: what would be doubted is told in the main process's stead.
  await app.evaluate(({ ipcMain }) => {
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers;
    for (const channel of [...handlers.keys()]) {
      const before = handlers.get(channel) as (event: unknown, ...args: unknown[]) => Promise<unknown>;
      handlers.set(channel, (event: { _reply?: unknown }, ...args: unknown[]) =>
        args[0] === 'speech.language'
          ? { ok: true, value: [{ voiceId: 'v1', looks: 'fr' }] }
          : before(event, ...args),
      );
    }
  });
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
