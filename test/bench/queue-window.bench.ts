import { join } from 'node:path';
import { type ElectronApplication, type Page, test } from '@playwright/test';
import { goTo } from '../e2e/journey.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { startMisbehavingServer } from '../faults/misbehaving-server.ts';
import { runInNode } from './in-node.ts';
import { report } from './report.ts';
import { type Frames, typeWatched, watchFrames } from './watch-frames.ts';
import { watchMain } from './watch-main.ts';

const LINES = 10_000;
const ROUNDS = 3;
/** Pixels of one turn of the wheel; so many turns bring one through the whole list. */
const WHEEL = 1_200;
const LINE_HEIGHT = 77;

interface Timbre {
  call(name: string, ask: unknown): Promise<{ ok: boolean; value: { id: string } }>;
}

/** Eight sentences to a paragraph. */
const TEXT = Array.from({ length: LINES / 8 }, (_, i) =>
  Array.from({ length: 8 }, (_, k) => `Sentence ${k} of paragraph ${i} was said by Dr. Ada at 12:30.`).join(
    ' ',
  ),
).join('\n\n');

test('ten thousand lines are added, scrolled through and spoken', async () => {
  test.setTimeout(600_000);
  const { home: root, remove } = temporaryHome();
  const home = join(root, 'home');
  // A dozen lines a second and more: quicker than any real one, and not so quick that the window has nothing left.
  const server = await startMisbehavingServer({ jitterMs: 60 });
  server.books.coins = 10_000_000;
  const env = { TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: server.token };
  try {
    await runInNode('lay-home', { words: [home, '1', '0'], env });
    const { app, page } = await launchApp({ home, env });
    const adding = await addBatches(app, page);
    await goTo(page, 'Speak');
    const still = await watchStill(page);
    const resting = await scrollThrough(page);
    await ask(page, 'queue.pause', { isPaused: false });
    const running = await watchRunning(app, page);
    await app.close();
    await tell({ adding, still, resting, running });
  } finally {
    await server.close();
    remove();
  }
});

function ask(page: Page, name: string, wish: unknown) {
  return page.evaluate(
    async ([name, wish]) => {
      const began = performance.now();
      const { timbre } = window as unknown as { timbre: Timbre };
      const answer = await timbre.call(name as string, wish);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return { ms: performance.now() - began, id: answer.value?.id };
    },
    [name, wish],
  );
}

async function addBatches(app: ElectronApplication, page: Page) {
  const added: number[] = [];
  const stall: number[] = [];
  const removed: number[] = [];
  await ask(page, 'queue.pause', { isPaused: true });
  const from = { is: 'text', text: TEXT };
  for (let round = 0; round < ROUNDS; round++) {
    const stalls = await watchMain(app);
    const { ms, id } = await ask(page, 'batch.make', {
      name: 'The book',
      voiceId: 'voice-0',
      speed: 1,
      from,
    });
    added.push(ms);
    stall.push(await stalls());
    if (round < ROUNDS - 1) removed.push((await ask(page, 'batch.remove', { batchId: id })).ms);
  }
  return { added, stall, removed };
}

/** Nothing is done: what the computer and its other work cost by themselves. */
async function watchStill(page: Page): Promise<Frames> {
  const frames = await watchFrames(page);
  await page.waitForTimeout(3_000);
  return frames();
}

/** From the top of the list to its end with the wheel. */
async function scrollThrough(page: Page, share = 1): Promise<Frames> {
  const card = page.getByRole('article', { name: 'The book' });
  const opener = card.getByRole('button', { expanded: false }).first();
  if (await opener.isVisible()) await opener.click();
  const list = card.getByRole('region', { name: 'Lines of The book' });
  await list.scrollIntoViewIfNeeded();
  await list.hover();
  await page.waitForTimeout(500);
  const frames = await watchFrames(page);
  const turns = Math.ceil((share * LINES * LINE_HEIGHT) / WHEEL);
  for (let turn = 0; turn < turns; turn++) await page.mouse.wheel(0, WHEEL);
  await page.waitForTimeout(300);
  return frames();
}

async function watchRunning(app: ElectronApplication, page: Page) {
  const stalls = await watchMain(app);
  const list = page.getByRole('region', { name: 'Lines of The book' });
  await list.evaluate((element) => element.scrollTo(0, 0));
  await page.waitForTimeout(2_000);
  const frames = await watchFrames(page);
  await page.waitForTimeout(5_000);
  const looking = await frames();
  await page.getByRole('textbox', { name: 'Text to speak' }).click();
  const keys = await typeWatched(page, 'The quick brown fox jumps over the lazy dog, and again.');
  const scrolling = await scrollThrough(page, 0.2);
  return { looking, keys, scrolling, stall: await stalls() };
}

interface Measured {
  readonly adding: Awaited<ReturnType<typeof addBatches>>;
  readonly still: Frames;
  readonly resting: Frames;
  readonly running: Awaited<ReturnType<typeof watchRunning>>;
}

async function tell({ adding, still, resting, running }: Measured): Promise<void> {
  const late = (name: string, { late, veryLate, longest, count }: Frames) => [
    {
      ...{ name: `${name}: late frames`, unit: '%', values: [late], target: { atMost: 5 } },
      how: `Of ${count} frames, those more than 16.7 ms after the one before.`,
    },
    { name: '  more than 33 ms after', unit: '%', values: [veryLate], how: 'Of the same frames.' },
    { name: '  the longest', unit: 'ms', values: [longest], how: 'Of the same frames.' },
  ];
  await report(
    {
      ...{ name: 'Batch: add a text of 10,000 sentences', unit: 'ms', values: adding.added },
      target: { atMost: 1500, everyRun: true },
      how: 'The window asks until the answer is there: read, split, written, in the queue on disk.',
    },
    {
      ...{
        name: '  longest stall of the main process',
        unit: 'ms',
        values: adding.stall,
        target: { atMost: 50 },
      },
      how: 'The longest pause of a 1 ms timer in the main process meanwhile.',
    },
    { name: '  removed again', unit: 'ms', values: adding.removed, how: 'Canceled and taken out.' },
    ...late('Nothing is done in the window', still),
    ...late('Batch: scroll through 10,000 lines', resting),
    ...late('Batch: look on while it is spoken', running.looking),
    ...late('Batch: scroll while it is spoken', running.scrolling),
    {
      ...{ name: 'Batch: type while it is spoken, key to paint', unit: 'ms', values: running.keys },
      target: { atMost: 33 },
      how: 'From the key until the frame with it is drawn, which waits for the screen up to 16.7 ms.',
    },
    {
      name: '  longest stall of the main process',
      unit: 'ms',
      values: [running.stall],
      how: 'All that while.',
    },
  );
}
