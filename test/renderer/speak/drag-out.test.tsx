// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ok, type Result } from '../../../electron/result.ts';
import { useAct } from '../../../renderer/parts/act.ts';
import { DragHandle } from '../../../renderer/speak/drag-out.tsx';
import { snapshot } from '../examples.ts';
import { openWindow } from '../open-window.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Handle() {
  return <DragHandle clipId="c1" act={useAct()} />;
}

async function openHandle() {
  let made = (_: Result<{ readonly files: number }>) => {};
  const bridge = await openWindow(<Handle />, {
    open: snapshot(),
    answers: {
      'clip.makeFiles': () => new Promise((resolve) => (made = resolve)) as never,
      'clip.drag': () => ok(undefined),
    },
  });
  const handle = screen.getByTitle('Drag it into a folder or another program');
  const names = () => bridge.calls.map(({ name }) => name).filter((name) => name.startsWith('clip.'));
  return { handle, names, finish: () => act(async () => made(ok({ files: 1 }))) };
}

test('a drag begins when its file is there, and not as the page’s own', async () => {
  const { handle, names, finish } = await openHandle();
  await act(async () => expect(fireEvent.dragStart(handle)).toBe(false));
  expect(names()).toEqual(['clip.makeFiles']);
  await finish();
  await vi.waitFor(() => expect(names()).toEqual(['clip.makeFiles', 'clip.drag']));
});

test('nothing is dragged where the button was let go before the file was there', async () => {
  const { handle, names, finish } = await openHandle();
  await act(async () => void fireEvent.dragStart(handle));
  await act(async () => void fireEvent.pointerUp(window));
  await finish();
  expect(names()).toEqual(['clip.makeFiles']);
});

test('a click makes no files, a button that stays down does', async () => {
  const { handle, names } = await openHandle();
  vi.useFakeTimers();
  fireEvent.pointerDown(handle);
  fireEvent.pointerUp(handle);
  vi.advanceTimersByTime(1000);
  expect(names()).toEqual([]);
  fireEvent.pointerDown(handle);
  vi.advanceTimersByTime(1000);
  expect(names()).toEqual(['clip.makeFiles']);
});
