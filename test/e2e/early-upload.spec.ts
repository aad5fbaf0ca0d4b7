import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startCountingServer } from './counting-server.ts';
import { readScript, scriptLine, voiceIsReady } from './journey.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

test('the sample is sent while the voice is being named, again when it is another, and not once more for the voice', async () => {
  test.setTimeout(120_000);
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 26, 0.1);
  const server = await startCountingServer({ folder: join(home, 'server') });
  const env = { TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: server.token };
  const { app, page } = await launchApp({ home, microphone, env });
  await readScript(page, 4);
  expect(server.uploads).toHaveLength(0);

  const told = await watchProgress(page);
  await page.getByRole('button', { name: 'Make a voice' }).click();
  const form = page.getByRole('form', { name: 'Make a voice' });
  await form.getByRole('textbox', { name: 'Name' }).pressSequentially('Ad');
  await expect.poll(() => server.uploads.length).toBe(1);
  const [first] = server.uploads;
  const megabytes = ((first?.length ?? 0) / 1_000_000).toFixed(1);
  await expect.poll(told).toContain(`of ${megabytes}`);
  expect(server.count('POST training')).toBe(0);

  await page.getByRole('button', { name: `Leave out “${scriptLine(1)}”` }).click();
  await expect.poll(() => server.uploads.length).toBe(2);
  expect(server.uploads[1]?.length).toBeLessThan(first?.length ?? 0);
  expect(server.count('POST training')).toBe(0);

  await form.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await form.getByRole('button', { name: 'Make the voice' }).click();
  await voiceIsReady(page, 'Ada');
  expect([server.count('PUT upload'), server.count('POST training')]).toEqual([2, 1]);
  expect(await sampleOf(server)).toEqual(server.uploads[1]);
  await app.close();
  await server.close();
  remove();
});

/** Writes down whatever the window says of the sample on its way; answers what was said. */
async function watchProgress(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    new MutationObserver(() => {
      const line = document.querySelector('.make-end')?.textContent ?? '';
      if (line.includes('Sending meanwhile')) told.push(line);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { told: string[] }).told.join('\n'));
}

/** The sound that the one voice on the server was made of. */
async function sampleOf({ url, token }: { url: string; token: string }): Promise<Uint8Array> {
  const listed = await fetch(`${url}/api/v1/userVoice/completedRecord`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const [voice] = ((await listed.json()) as { data: { voice_urls: string[] }[] }).data;
  const sound = await fetch(voice?.voice_urls[0] ?? '');
  return new Uint8Array(await sound.arrayBuffer());
}
