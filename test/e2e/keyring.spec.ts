import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startCountingServer } from './counting-server.ts';
import { addServer, goTo } from './journey.ts';
import { ROOT, temporaryHome } from './launch.ts';
import { startSessionKeyring, whyNoKeyring } from './session-keyring.ts';
import { startAlone } from './start-alone.ts';

const missing = whyNoKeyring();

test('a token is sealed by the keyring, opened at the next start, and never lost where the keyring is away', async () => {
  test.skip(missing !== undefined, `A real keyring was not tried: ${missing}.`);
  const { home: root, remove } = temporaryHome();
  const home = join(root, 'home');
  mkdirSync(home);
  const server = await startCountingServer({ folder: join(root, 'server') });
  const keyring = await startSessionKeyring();
  // Playwright's own launch tells Electron to do without a keyring.
  const executable: string = createRequire(import.meta.url)('electron');
  const start = () =>
    startAlone({
      executable,
      args: ['--password-store=gnome-libsecret', ROOT],
      env: { ...keyring.env, TIMBRE_HOME: home },
    });
  const tokens = () => readFileSync(join(home, 'tokens.json'), 'utf8');
  const desk = async (page: Page) => {
    await goTo(page, 'Settings');
    return page.getByRole('listitem', { name: 'Desk' });
  };
  try {
    const first = await start();
    await addServer(first.page, server, false);
    await expect((await desk(first.page)).getByText(/sealed by this computer’s keyring/)).toBeVisible();
    await first.end();
    const sealed = tokens();
    expect(sealed).toContain('"sealed"');
    expect(sealed).not.toContain(server.token);

    const second = await start();
    const again = await desk(second.page);
    await again.getByRole('button', { name: 'Check Desk' }).click();
    await expect(again.getByText('reachable')).toBeVisible();
    await second.end();

    await keyring.takeAway();
    const third = await start();
    await expect(
      (await desk(third.page)).getByText(/sealed in a keyring that cannot be opened/),
    ).toBeVisible();
    await third.end();
    expect(tokens()).toBe(sealed);

    await keyring.bringBack();
    const fourth = await start();
    const back = await desk(fourth.page);
    await back.getByRole('button', { name: 'Check Desk' }).click();
    await expect(back.getByText('reachable')).toBeVisible();
    await fourth.end();
  } finally {
    await keyring.close();
    await server.close();
    remove();
  }
});
