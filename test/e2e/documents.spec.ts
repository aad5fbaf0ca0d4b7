import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { fixturePath } from '../recording/fixtures/sounds.ts';
import { bookOf, wordOf } from '../speaking/documents/make-documents.ts';
import { dropFiles } from './drop-files.ts';
import { goTo } from './journey.ts';
import { keptIn } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { cloneAda } from './timbre.ts';

const CUES =
  '1\n00:00:01,000 --> 00:00:03,000\nThe first cue.\n\n2\n00:00:04,500 --> 00:00:06,000\nThe second cue.\n';
const PAGE = '<html><body><h1>One</h1><p>Here is a page.</p><p>It has an end.</p></body></html>';
const NAV = '<html><body><nav><ol><li>One</li></ol></nav></body></html>';
/** What is dropped, and how it is then called, described, and begins. */
const DOCUMENTS: readonly {
  readonly name: string;
  readonly bytes: string | Uint8Array;
  readonly title: string;
  readonly facts: string;
  readonly first: string | RegExp;
}[] = [
  {
    ...{ name: 'plain.txt', bytes: 'A plain text.\n\nOf two paragraphs.' },
    ...{ title: 'plain', facts: 'Text · 2 lines', first: 'A plain text.' },
  },
  {
    ...{ name: 'table.csv', bytes: 'text,voice,file\nHello there.,Ada,hello\nGood bye.,,bye\n' },
    ...{ title: 'table', facts: 'Table · 2 rows', first: 'Ada: Hello there.' },
  },
  {
    ...{ name: 'cues.srt', bytes: CUES },
    ...{ title: 'cues', facts: 'Subtitles · 2 cues', first: /^0:01\s+The first cue\.$/ },
  },
  {
    ...{ name: 'letter.docx', bytes: wordOf('<w:p><w:r><w:t>Dear Ada.</w:t></w:r></w:p>') },
    ...{ title: 'letter', facts: 'Word document · 1 line', first: 'Dear Ada.' },
  },
  {
    ...{ name: 'book.epub', bytes: bookOf([NAV, PAGE]) },
    ...{ title: 'Ada & the sea', facts: 'E-book · 3 lines', first: 'One' },
  },
];

test('documents are dropped on the paper, a sound on the Record screen; lines are pasted, spoken, changed and had back', async () => {
  test.setTimeout(240_000);
  const { home: root, remove } = temporaryHome();
  const [home, files] = [join(root, 'home'), join(root, 'files')];
  mkdirSync(files);
  await cloneAda(home, join(files, 'sample.wav'));
  const launched = await launchApp({ home });
  const { app, page, output } = launched;

  await test.step('a sound file dropped on the Record screen becomes a take', async () => {
    const before = keptIn(home, 'takes').length;
    await dropFiles(page, page.getByRole('main'), [fixturePath('sweep.mp3')]);
    await expect.poll(() => keptIn(home, 'takes').length, { timeout: 30_000 }).toBe(before + 1);
    expect(keptIn(home, 'takes').at(-1)).toMatchObject({ source: { kind: 'file', fileName: 'sweep.mp3' } });
  });

  await goTo(page, 'Speak');
  const paper = page.getByRole('textbox', { name: 'Text to speak' });
  for (const { name, bytes, title, facts, first } of DOCUMENTS)
    await test.step(`${name} is dropped, shown, and put away`, async () => {
      writeFileSync(join(files, name), bytes);
      await dropFiles(page, paper, [join(files, name)]);
      const document = page.getByRole('region', { name: title });
      await expect(document.getByText(facts, { exact: false })).toBeVisible();
      await expect(document.getByRole('listitem').first()).toHaveText(first);
      await document.getByRole('button', { name: 'Not now' }).click();
      await expect(document).toHaveCount(0);
    });

  await test.step('subtitles are spoken as cues, and exported so', async () => {
    await dropFiles(page, paper, [join(files, 'cues.srt')]);
    await page.getByRole('button', { name: 'Speak all 2 cues' }).click();
    const card = page.getByRole('article', { name: 'cues' }).first();
    await expect(card.getByText('2 lines', { exact: true })).toBeVisible({ timeout: 60_000 });
    await card.getByRole('button', { expanded: false }).first().click();
    await expect(card.getByText('2\u00a0· 0:04')).toBeVisible();
    await card.getByRole('button', { name: 'Export…' }).click();
    await expect(card.getByRole('radio', { name: 'One per cue' })).toBeVisible();
    await card.getByRole('button', { name: 'Close' }).click();
    await card.getByRole('button', { expanded: true }).first().click();
  });

  await test.step('many lines are pasted', async () => {
    const lines = Array.from({ length: 12 }, (_, i) => `This is line ${i + 1} of twelve.`).join('\n\n');
    await paste(page, lines);
    await expect(paper).toHaveValue(lines);
    await expect(page.getByText('it becomes 12 lines', { exact: false })).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Speak', exact: true }).click();
  });
  const card = page.getByRole('article', { name: /^This is line 1 of twelve/ }).first();
  await expect(card.getByText('12 lines', { exact: true })).toBeVisible({ timeout: 90_000 });
  const spoken = () => keptIn(home, 'clips').map(({ text }) => text);
  const before = spoken().length;

  await test.step('one line is changed, and only it is spoken anew', async () => {
    await card.getByRole('button', { expanded: false }).first().click();
    const line = card.getByRole('article', { name: 'This is line 2 of twelve.' });
    await line.getByRole('button', { name: 'Change', exact: true }).click();
    const form = card.getByRole('form', { name: 'Change the line' });
    await form.getByRole('textbox', { name: 'Text' }).fill('This line is another one now.');
    await form.getByRole('button', { name: /^Speak/ }).click();
    const changed = card.getByRole('article', { name: 'This line is another one now.' });
    await expect(changed.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 60_000 });
    await expect(changed.getByText('as it was before')).toHaveCount(0, { timeout: 60_000 });
    expect(spoken().slice(before)).toEqual(['This line is another one now.']);
  });

  await test.step('it is had back without being spoken again; a removed line too', async () => {
    await card.getByRole('button', { name: 'Undo' }).first().click();
    await expect(card.getByRole('article', { name: 'This is line 2 of twelve.' })).toBeVisible();
    await card
      .getByRole('article', { name: 'This is line 1 of twelve.' })
      .getByRole('button', { name: 'More' })
      .click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(card.getByText('11 lines', { exact: true })).toBeVisible();
    await card.getByRole('button', { name: 'Undo' }).first().click();
    await expect(card.getByText('12 lines', { exact: true })).toBeVisible({ timeout: 60_000 });
  });

  await test.step('the joined sound is of the lines as they are', async () => {
    const music = join(root, 'music');
    mkdirSync(music);
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, music);
    await card.getByRole('button', { name: 'Export…' }).click();
    await card.getByRole('radio', { name: 'One per paragraph' }).check({ force: true });
    await card.getByRole('button', { name: 'Another folder…' }).click();
    await expect(card.getByText('Saved 12 files', { exact: false })).toBeVisible({ timeout: 60_000 });
    expect(readdirSync(music)).toHaveLength(12);
  });
  expect(output()).not.toMatch(/answering |Unhandled|TypeError/);
  await app.close();
  remove();
});

/** Pastes a text where the focus is put: the paper. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text to speak' }).focus();
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData('text/plain', words);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    if (document.activeElement?.dispatchEvent(event)) document.execCommand('insertText', false, words);
  }, text);
}
