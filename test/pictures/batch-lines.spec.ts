import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo } from '../e2e/journey.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { batch, voice } from '../renderer/examples.ts';
import { cameraOn } from './camera.ts';
import { tell } from './tell.ts';

const now = Date.now();
const LINES = [
  'Once upon a time there was a farm, and on it lived a man who wrote down what each day had brought.',
  'It rained.',
  'In the evening the doctor came from the town, and he brought the letters with him that had been lying there since the autumn.',
  'Nobody read them.',
  'The winter was long.',
];

/** A batch on disk, as another start left it: its lines wait, and it is paused. */
function leaveBatch(home: string): void {
  mkdirSync(join(home, 'batches'), { recursive: true });
  const cues = LINES.map((_, row) => ({ from: row * 4_200, to: row * 4_200 + 3_900 }));
  writeFileSync(
    join(home, 'batches', 'b1.lines.json'),
    JSON.stringify(
      LINES.map((text, row) => ({
        ...{ id: `${row}`, text, row, end: 'paragraph', cue: cues[row] },
        ...(row === 1 && { voiceId: 'v2', speed: 0.8, spokenAs: 'it rayned', sent: 'it rayned' }),
      })),
    ),
  );
  writeFileSync(
    join(home, 'batches', 'b1.json'),
    JSON.stringify({
      ...{ id: 'b1', name: 'The old farm diaries', createdAt: now, voiceId: 'v1', speed: 1 },
      ...{ lines: LINES.length, isAsked: true, rowKind: 'cue', state: { status: 'kept' } },
    }),
  );
}

test('the lines of a batch: heard, changed, several at once', async () => {
  const { home, remove } = temporaryHome();
  leaveBatch(home);
  const launched = await launchApp({ home });
  const { app, page } = launched;
  const { shoot } = cameraOn(launched);
  await tell(app, 'voice.changed', voice('v1', { name: 'Maria' }));
  await tell(app, 'voice.changed', voice('v2', { name: 'Grandfather Bartholomew' }));
  await goTo(page, 'Speak');
  await tell(
    app,
    'batch.changed',
    batch('b1', { name: 'The old farm diaries', counts: { done: 5 }, canUndo: true, rowKind: 'cue' }),
  );
  const card = page.getByRole('article', { name: 'The old farm diaries' });
  await card.getByRole('button', { expanded: false }).first().click();
  await expect(card.getByText('It rained.')).toBeVisible();
  await shoot('batch-lines', () => card.scrollIntoViewIfNeeded());
  await card.getByRole('article', { name: 'It rained.' }).getByRole('button', { name: 'Change' }).click();
  await shoot('batch-lines-change', () => card.getByRole('form').scrollIntoViewIfNeeded());
  await page.keyboard.press('Escape');
  await card.getByRole('button', { name: 'Tick all' }).click();
  await shoot('batch-lines-ticked', () => card.getByRole('group').scrollIntoViewIfNeeded());
  await app.close();
  remove();
});
