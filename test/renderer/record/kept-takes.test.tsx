// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../electron/result.ts';
import { UndoBar } from '../../../renderer/parts/undo-bar.tsx';
import { KeptTakes } from '../../../renderer/record/kept-takes.tsx';
import { snapshot, take } from '../examples.ts';
import type { FakeBridge } from '../fake-bridge.ts';
import { openWindow } from '../open-window.tsx';

afterEach(cleanup);

test('a discarded recording leaves the list and comes back with Undo', async () => {
  const kept = take('t1', 20);
  const discarded = { ...kept, state: { status: 'discarded', at: 1 } } as const;
  const told = (bridge: () => FakeBridge, value: typeof kept) => {
    bridge().tell('take.changed', value);
    return ok(value);
  };
  const bridge: FakeBridge = await openWindow(
    <>
      <KeptTakes />
      <UndoBar />
    </>,
    {
      open: snapshot({ takes: [kept] }),
      answers: {
        'take.discard': () => told(() => bridge, discarded),
        'take.restore': () => told(() => bridge, kept),
      },
    },
  );
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Discard' })));
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.getByText('Recording discarded.')).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Undo' })));
  expect(screen.getByRole('checkbox')).toBeTruthy();
  expect(bridge.calls.map((call) => call.name)).toEqual(['app.open', 'take.discard', 'take.restore']);
});

test('a recording of hours is drawn from what is known of it, a short one from its sound', async () => {
  const bridge = await openWindow(<KeptTakes />, {
    open: snapshot({ takes: [take('short', 20), take('long', 10_800)] }),
    answers: { 'take.peaks': () => ok({ perSecond: 20, peaks: new Uint8Array(216_000).fill(90) }) },
  });
  expect(bridge.calls.filter(({ name }) => name === 'take.peaks').map(({ ask }) => ask)).toEqual([
    { takeId: 'long' },
  ]);
  expect(screen.getAllByRole('slider').length).toBe(2);
});
