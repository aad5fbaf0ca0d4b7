import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startCountingServer } from './counting-server.ts';
import { addServer, goTo } from './journey.ts';
import { launchApp, temporaryHome } from './launch.ts';

/** Everything the window holds: its page, its stores, what the main process tells it. */
function heldBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { timbre } = window as unknown as {
      timbre: { call(name: string, ask: null): Promise<unknown> };
    };
    const told = await timbre.call('app.open', null);
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    const stores = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    return [document.documentElement.outerHTML, JSON.stringify(told), ...fields, ...stores].join('\n');
  });
}

function filesWith(folder: string, words: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(words));
}

test('a server is added in Settings; its token is kept nowhere without a keyring, and in the plain where that is asked for', async () => {
  const { home: root, remove } = temporaryHome();
  const home = join(root, 'home');
  mkdirSync(home);
  const server = await startCountingServer({ folder: join(root, 'server') });
  try {
    // No keyring, whatever this computer has.
    const args = ['--password-store=basic'];
    const first = await launchApp({ home, args });
    await addServer(first.page, server, false);
    await expect(first.page.getByText(/kept until Timbre quits/)).toBeVisible();
    await first.page.getByRole('radio', { name: 'Desk' }).check();
    expect(await heldBy(first.page)).not.toContain(server.token);
    await first.app.close();
    expect(first.output()).not.toContain(server.token);
    expect(filesWith(home, server.token)).toEqual([]);

    const second = await launchApp({ home, args });
    await goTo(second.page, 'Settings');
    const desk = second.page.getByRole('listitem', { name: 'Desk' });
    await expect(desk.getByRole('radio')).toBeChecked();
    await expect(desk.getByText('There is no token for it.')).toBeVisible();
    await desk.getByRole('button', { name: 'Change Desk' }).click();
    const form = desk.getByRole('form', { name: 'Change Desk' });
    await form.getByLabel(/New token/).fill(server.token);
    await form.getByRole('checkbox', { name: /Keep it in the library folder/ }).check();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(desk.getByText(/kept in the plain/)).toBeVisible();
    expect(await heldBy(second.page)).not.toContain(server.token);
    await second.app.close();
    expect(filesWith(home, server.token)).toEqual([join(home, 'tokens.json')]);
    expect(statSync(join(home, 'tokens.json')).mode & 0o777).toBe(0o600);

    const third = await launchApp({ home, args });
    await goTo(third.page, 'Settings');
    await expect(third.page.getByRole('listitem', { name: 'Desk' }).getByText('reachable')).toBeVisible();
    await third.app.close();
  } finally {
    await server.close();
    remove();
  }
});
