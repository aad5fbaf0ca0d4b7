// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../electron/result.ts';
import { JobLine } from '../../../renderer/parts/queue/job-line.tsx';
import { readLimit } from '../../../renderer/parts/read-credits.ts';
import { SpendingSection } from '../../../renderer/settings/spending-section.tsx';
import { job, snapshot } from '../examples.ts';
import { openWindow } from '../open-window.tsx';

afterEach(cleanup);

test.each([
  ['', null],
  [' 500 ', 500],
  ['0', undefined],
  ['1.5', undefined],
  ['a lot', undefined],
  ['9999999999', undefined],
])('%j is the limit %s', (words, limit) => {
  expect(readLimit(words)).toBe(limit);
});

test('a limit is kept as it is typed, and what is no limit is not', async () => {
  const open = snapshot({ spentToday: 12 });
  const bridge = await openWindow(<SpendingSection />, {
    open,
    answers: { 'settings.change': () => ok(open.settings) },
  });
  expect(screen.getByText(/^12 credits went today/)).toBeTruthy();
  for (const value of ['50', '50x', ''])
    fireEvent.change(screen.getByRole('textbox', { name: 'Most credits a day' }), { target: { value } });
  expect(bridge.calls.slice(1).map(({ ask }) => ask)).toEqual([{ dailyLimit: 50 }, { dailyLimit: null }]);
});

test('a line that the limit holds says so and can go on all the same', async () => {
  const held = job('j', {
    state: {
      ...{ status: 'waiting', why: 'credits', since: 1, retryAt: 2 },
      fault: { code: 'ceiling-reached', facts: { spent: 50, ceiling: 50 } },
    },
  });
  const bridge = await openWindow(<JobLine job={held} />, {
    open: snapshot(),
    answers: { 'spending.allowMore': () => ok(undefined) },
  });
  expect(screen.getByText('Today 50 credits were spent; you set the limit to 50.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Go on all the same' }));
  expect(bridge.calls.at(-1)).toEqual({ name: 'spending.allowMore', ask: null });
});
