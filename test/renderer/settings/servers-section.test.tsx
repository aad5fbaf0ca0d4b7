// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ServerView } from '../../../electron/contract/calls.ts';
import { ok } from '../../../electron/result.ts';
import { ServersSection } from '../../../renderer/settings/server-section.tsx';
import { mirror } from '../../../renderer/store.ts';
import { snapshot } from '../examples.ts';
import { openWindow } from '../open-window.tsx';

afterEach(cleanup);

const account: ServerView = {
  ...{ id: 'https://video.a2e.ai', name: 'A2E', url: 'https://video.a2e.ai', kind: 'remote', coins: 12 },
  ...{
    reach: { is: 'reachable' },
    speaksWithStockVoices: false,
    textLimit: 1000,
    atOnce: 4,
    token: 'keyring',
  },
};
const press = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const form = () => screen.queryByRole('form', { name: 'Add a server' });
const submit = () => act(async () => fireEvent.submit(form() as HTMLElement));

test('an A2E account is added with its token, and the token stays nowhere in the window', async () => {
  const bridge = await openWindow(<ServersSection />, {
    open: snapshot(),
    answers: { 'server.add': () => ok(account) },
  });
  await press('Add a server');
  type('Token', ' sk_secret.token ');
  await submit();
  expect(bridge.calls.at(-1)).toEqual({
    name: 'server.add',
    ask: {
      ...{ name: 'A2E', url: 'https://video.a2e.ai', token: ' sk_secret.token ', keepPlain: false },
      ...{ allowUnencrypted: false, untested: false },
    },
  });
  expect(form()).toBeNull();
  expect(document.documentElement.outerHTML + JSON.stringify(mirror.read())).not.toContain('sk_secret');
});

test('a server that does not answer may be kept without a test, one that refuses the token may not', async () => {
  let code: 'offline' | 'token-refused' = 'token-refused';
  const bridge = await openWindow(<ServersSection />, {
    open: snapshot(),
    answers: { 'server.add': (ask) => (ask.untested ? ok(account) : { ok: false, fault: { code } }) },
  });
  await press('Add a server');
  type('Token', 'sk_1');
  await submit();
  expect(screen.getByRole('alert').textContent).toContain('did not accept the token');
  expect(screen.queryByRole('button', { name: 'Keep it without a test' })).toBeNull();
  code = 'offline';
  await submit();
  await press('Keep it without a test');
  expect(bridge.calls.at(-1)?.ask).toMatchObject({ untested: true });
  expect(form()).toBeNull();
});

test('plain http to another machine is asked about before anything is sent', async () => {
  const bridge = await openWindow(<ServersSection />, {
    open: snapshot(),
    answers: {
      'server.add': (ask) =>
        ask.allowUnencrypted ? ok(account) : { ok: false, fault: { code: 'server-unencrypted' } },
    },
  });
  await press('Add a server');
  fireEvent.click(screen.getByRole('radio', { name: 'Another address' }));
  type('Address', 'http://192.168.1.7:8787');
  type('Token', 'sk_1');
  await submit();
  fireEvent.click(screen.getByRole('checkbox', { name: /travel there unencrypted/ }));
  await submit();
  expect(bridge.calls.at(-1)?.ask).toMatchObject({ url: 'http://192.168.1.7:8787', allowUnencrypted: true });
});

test('without a keyring it is said that a token is forgotten, and keeping it in the plain is not the default', async () => {
  const bridge = await openWindow(<ServersSection />, {
    open: snapshot({ hasKeyring: false }),
    answers: { 'server.add': () => ok(account) },
  });
  await press('Add a server');
  expect(screen.getByText(/no keyring, so Timbre forgets it when it quits/)).toBeTruthy();
  expect(
    screen.getByRole<HTMLInputElement>('checkbox', { name: /Keep it in the library folder/ }).checked,
  ).toBe(false);
  fireEvent.click(screen.getByRole('checkbox', { name: /Keep it in the library folder/ }));
  type('Token', 'sk_1');
  await submit();
  expect(bridge.calls.at(-1)?.ask).toMatchObject({ keepPlain: true });
});

test('a server is chosen, renamed and removed; this computer cannot be removed', async () => {
  const bridge = await openWindow(<ServersSection />, {
    open: snapshot({ server: account }),
    answers: {
      'server.choose': () => ok(account),
      'server.change': () => ok(account),
      'server.remove': () => ok(undefined),
    },
  });
  const local = screen.getByRole('listitem', { name: 'This computer' });
  expect(within(local).queryByRole('button', { name: /Remove|Change/ })).toBeNull();
  await act(async () => fireEvent.click(within(local).getByRole('radio')));
  await press('Change A2E');
  type('Name', 'Mine');
  type('Lines spoken at once', '2');
  await act(async () => fireEvent.submit(screen.getByRole('form', { name: 'Change A2E' })));
  await press('Remove A2E');
  await press('Remove');
  expect(bridge.calls.slice(1)).toEqual([
    { name: 'server.choose', ask: { serverId: 'local' } },
    {
      name: 'server.change',
      ask: { serverId: account.id, name: 'Mine', atOnce: 2, keepPlain: false, untested: false },
    },
    { name: 'server.remove', ask: { serverId: account.id } },
  ]);
});
