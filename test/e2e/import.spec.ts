import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Bridge, Snapshot } from '../../electron/contract/calls.ts';
import { fixturePath } from '../recording/fixtures/sounds.ts';
import { launchApp, temporaryHome } from './launch.ts';

type Timbre = { readonly timbre: Bridge };

/** Hands these files to the bridge as a drop would: a page cannot make a file that has a path, a file field can. */
async function drop(page: Page, paths: readonly string[]) {
  await page.evaluate(() => {
    const field = document.createElement('input');
    Object.assign(field, { type: 'file', multiple: true, id: 'dropped' });
    document.body.append(field);
  });
  await page.locator('#dropped').setInputFiles([...paths]);
  return page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('#dropped');
    const answer = await (window as unknown as Timbre).timbre.importFiles([...(field?.files ?? [])]);
    field?.remove();
    return answer;
  });
}

const opened = (page: Page): Promise<Snapshot> =>
  page.evaluate(() => (window as unknown as Timbre).timbre.call('app.open', null));

test('sound files are taken in by the built app', async () => {
  const { home, remove } = temporaryHome();
  const letter = join(home, 'letter.mp3');
  const { app, page } = await launchApp({ home });
  try {
    writeFileSync(letter, 'Dear Ada');
    const names = ['sweep.m4a', 'sweep.flac', 'sweep.mp3', 'sweep.ogg', 'sweep-opus.webm'];

    await test.step('dropped: each becomes a take, what is none says so', async () => {
      const added = await drop(page, [...names.map(fixturePath), letter]);
      expect(added).toMatchObject({
        ok: true,
        value: [...names, 'letter.mp3'].map((fileName) => ({ fileName })),
      });
      await expect
        .poll(async () =>
          (await opened(page)).takes.map(({ source }) => source.kind === 'file' && source.fileName),
        )
        .toEqual(names);
      await expect
        .poll(async () => (await opened(page)).imports)
        .toMatchObject([
          { fileName: 'letter.mp3', state: { status: 'failed', fault: { code: 'not-audio' } } },
        ]);
    });

    await test.step('chosen: the dialog is asked', async () => {
      await app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      }, fixturePath('sweep.opus'));
      await page.evaluate(() => (window as unknown as Timbre).timbre.call('take.import', null));
      await expect.poll(async () => (await opened(page)).takes.length).toBe(names.length + 1);
    });

    await test.step('a take is given in ranges, and its course without its sound', async () => {
      const [take] = (await opened(page)).takes;
      const got = await page.evaluate(async (id) => {
        const answer = await fetch(`/media/takes/${id}.wav`, { headers: { range: 'bytes=44-143' } });
        const { timbre } = window as unknown as Timbre;
        const peaks = await timbre.call('take.peaks', { takeId: id });
        const bytes = (await answer.arrayBuffer()).byteLength;
        return { status: answer.status, bytes, peaks: peaks.ok ? peaks.value.peaks.length : 0 };
      }, take?.id ?? '');
      expect(got).toEqual({ status: 206, bytes: 100, peaks: 20 });
      const files = readdirSync(join(home, 'takes'));
      expect(files.filter((name) => name.endsWith('.peaks')).length).toBe(names.length + 1);
    });

    await test.step('a page names no path', async () => {
      const refused = await page.evaluate(async () => {
        const { timbre } = window as unknown as {
          timbre: { call(name: string, ask: unknown): Promise<unknown> };
        };
        const named = await timbre
          .call('take.importDropped', { paths: ['/etc/passwd'] })
          .catch(() => 'refused');
        const made = await (window as unknown as Timbre).timbre.importFiles([
          new File(['RIFF'], '/etc/passwd'),
        ]);
        return { named, made };
      });
      expect(refused).toEqual({ named: 'refused', made: { ok: true, value: [] } });
    });
  } finally {
    await app.close();
    remove();
  }
});
