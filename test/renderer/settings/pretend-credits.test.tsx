// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../electron/result.ts';
import { HeldPanel } from '../../../renderer/parts/queue/held-panel.tsx';
import { PretendCredits } from '../../../renderer/settings/pretend-credits.tsx';
import { snapshot } from '../examples.ts';
import { openWindow } from '../open-window.tsx';

afterEach(cleanup);

test('pretend credits are set as they are typed, taken away by emptying, and shown as the server says', async () => {
  const open = snapshot();
  const server = { ...open.server, pretendCredits: 7 };
  const bridge = await openWindow(<PretendCredits server={server} />, {
    open,
    answers: { 'server.pretendCredits': () => ok(server) },
  });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Pretend credits' });
  expect(field.value).toBe('7');
  for (const value of ['120', '12o', ''])
    await act(async () => {
      fireEvent.change(field, { target: { value } });
    });
  expect(bridge.calls.slice(1).map(({ ask }) => ask)).toEqual([{ coins: 120 }, { coins: null }]);
  fireEvent.blur(field);
  expect(field.value).toBe('7');
});

test('what waits because the credits are used up can be tried again, without a word about the limit of the day', async () => {
  const fault = { code: 'out-of-credits' } as const;
  const state = { status: 'waiting', why: 'credits', since: 1, retryAt: 2, fault } as const;
  const open = snapshot();
  const bridge = await openWindow(<HeldPanel state={state} />, {
    open,
    answers: { 'server.check': () => open.server },
  });
  expect(screen.queryByRole('button', { name: 'Go on all the same' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(bridge.calls.at(-1)).toEqual({ name: 'server.check', ask: null });
});
