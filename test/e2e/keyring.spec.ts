import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startCountingServer } from './counting-server.ts';
import { addServer, goTo } from './journey.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { startSessionKeyring, whyNoKeyring } from './session-keyring.ts';

const missing = whyNoKeyring();

test('a token is sealed by the keyring, opened at the next start, and never lost where the keyring is away', async () => {
  test.skip(missing !== undefined, `A real keyring was not tried: ${missing}.`);
  const { home: root, remove } = temporaryHome();
  const home = join(root, 'home');
  mkdirSync(home);
  const server = await startCountingServer({ folder: join(root, 'server') });
  const keyring = await startSessionKeyring();
  const start = () => launchApp({ home, env: keyring.env, args: ['--password-store=gnome-libsecret'] });
  const tokens = () => readFileSync(join(home, 'tokens.json'), 'utf8');
  const desk = async (page: Page) => {
    await goTo(page, 'Settings');
    return page.getByRole('listitem', { name: 'Desk' });
  };
  try {
    const first = await start();
    await addServer(first.page, server, false);
    await expect((await desk(first.page)).getByText(/sealed by this computer’s keyring/)).toBeVisible();
    await first.app.close();
    const sealed = tokens();
    expect(sealed).toContain('"sealed"');
    expect(sealed).not.toContain(server.token);

    const second = await start();
    const again = await desk(second.page);
    await again.getByRole('button', { name: 'Check Desk' }).click();
    await expect(again.getByText('reachable')).toBeVisible();
    await second.app.close();

    await keyring.takeAway();
    const third = await start();
    await expect(
      (await desk(third.page)).getByText(/sealed in a keyring that cannot be opened/),
    ).toBeVisible();
    await third.app.close();
    expect(tokens()).toBe(sealed);

    await keyring.bringBack();
    const fourth = await start();
    const back = await desk(fourth.page);
    await back.getByRole('button', { name: 'Check Desk' }).click();
    await expect(back.getByText('reachable')).toBeVisible();
    await fourth.app.close();
  } finally {
    await keyring.close();
    await server.close();
    remove();
  }
});
