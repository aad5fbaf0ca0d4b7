// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../../electron/result.ts';
import type { Clip } from '../../../../electron/speaking/clip.ts';
import { findClips } from '../../../../electron/speaking/find-clips.ts';
import { HistoryScreen } from '../../../../renderer/speak/history/history-screen.tsx';
import { clip, snapshot, voice } from '../../examples.ts';
import { openWindow } from '../../open-window.tsx';

afterEach(cleanup);

/** The page of a test has no layout: the list is 400 pixels high, a row 64. */
for (const side of ['offsetHeight', 'clientHeight', 'clientWidth'] as const)
  Object.defineProperty(HTMLElement.prototype, side, {
    get(this: HTMLElement) {
      return this.getAttribute('role') === 'grid' ? 400 : 64;
    },
  });

/** The history over a made-up main process that finds, reads, stars and discards. */
async function openHistory(start: readonly Clip[]) {
  let clips = start;
  const change = (ids: readonly string[], how: (one: Clip) => Clip) => {
    clips = clips.map((one) => (ids.includes(one.id) ? how(one) : one));
    for (const one of clips.filter(({ id }) => ids.includes(id))) bridge.tell('clip.changed', one);
  };
  const bridge = await openWindow(<HistoryScreen />, {
    open: snapshot({ voices: [voice('v1')] }),
    answers: {
      'clip.find': (query) => {
        const ids = findClips(clips, query).map(({ id }) => id);
        return ok({ ids: ids.reverse(), of: clips.filter(({ state }) => state.status === 'kept').length });
      },
      'clip.read': ({ clipIds }) =>
        ok(clips.filter(({ id }) => clipIds.includes(id)).map((one) => ({ clip: one }))),
      'clip.space': () => ok({ bytes: 312_400_000 }),
      'clip.star': ({ clipIds }) => {
        change(clipIds, (one) => ({ ...one, isFavourite: true }));
        return ok(undefined);
      },
      'clip.discard': ({ clipIds }) => {
        change(clipIds, (one) => ({ ...one, state: { status: 'discarded', at: 1 } }));
        return ok(clipIds);
      },
      'clip.export': () => ok(['/m/Timbre/1.wav', '/m/Timbre/2.wav']),
    },
  });
  const grid = screen.getByRole('grid', { name: 'Clips' });
  const rows = () => screen.getAllByRole('row').map((row) => row.getAttribute('aria-label'));
  const press = (key: string, more: KeyboardEventInit = {}) =>
    act(async () => void fireEvent.keyDown(grid, { key, ...more }));
  return { bridge, rows, press };
}

const three = [clip('a'), clip('b'), clip('c', { line: { batchId: 'gone', lineId: '0' } })];

test('all clips stand newest first, with what they take, also those of a batch that was removed', async () => {
  const { rows } = await openHistory(three);
  expect(rows()).toEqual(['Text c', 'Text b', 'Text a']);
  expect(screen.getByText('3 clips · 312 MB on disk')).toBeTruthy();
  expect(screen.getByText(/from a removed batch/)).toBeTruthy();
});

test('of ten thousand clips only those in view are drawn and read', async () => {
  const { rows, bridge } = await openHistory(Array.from({ length: 10_000 }, (_, i) => clip(`c${i}`)));
  expect(rows().length).toBeLessThan(30);
  const read = bridge.calls.filter(({ name }) => name === 'clip.read');
  expect(read.flatMap(({ ask }) => (ask as { clipIds: string[] }).clipIds).length).toBeLessThanOrEqual(200);
});

test('what is typed is looked for', async () => {
  const { rows } = await openHistory(three);
  const field = screen.getByRole('searchbox', { name: 'Look for a clip' });
  await act(async () => void fireEvent.change(field, { target: { value: 'text B' } }));
  await waitFor(() => expect(rows()).toEqual(['Text b']));
  await act(async () => void fireEvent.change(field, { target: { value: 'nothing' } }));
  await waitFor(() => expect(screen.getByText('No clip is like that.')).toBeTruthy());
});

test('arrows and Shift choose, Delete discards what is chosen, and it can be had back', async () => {
  const { press, bridge, rows } = await openHistory(three);
  await press('ArrowDown');
  await press('ArrowDown', { shiftKey: true });
  expect(screen.getByText('2 clips chosen')).toBeTruthy();
  await press('Delete');
  expect(bridge.calls.find(({ name }) => name === 'clip.discard')?.ask).toEqual({ clipIds: ['c', 'b'] });
  await waitFor(() => expect(rows()).toEqual(['Text a']));
  expect(screen.getByText('Click a clip to choose it, with Shift or Ctrl several.')).toBeTruthy();
});

test('Space in the list is the player’s, and not the recording’s', async () => {
  await openHistory(three);
  let heard = 0;
  const listen = () => heard++;
  window.addEventListener('keydown', listen);
  const grid = screen.getByRole('grid', { name: 'Clips' });
  await act(async () => void fireEvent.keyDown(grid, { key: ' ', code: 'Space' }));
  window.removeEventListener('keydown', listen);
  expect(heard).toBe(0);
});

test('what is chosen is saved oldest first, one file for each', async () => {
  const { press, bridge } = await openHistory(three);
  await press('a', { ctrlKey: true });
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Export…' })));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Save to “Timbre”' })));
  expect(bridge.calls.findLast(({ name }) => name === 'clip.export')?.ask).toEqual({
    ...{ exportId: 'history', clipIds: ['a', 'b', 'c'], format: 'wav', as: 'each', to: 'folder' },
  });
  expect(screen.getByText('Saved 2 files in Timbre.')).toBeTruthy();
});
