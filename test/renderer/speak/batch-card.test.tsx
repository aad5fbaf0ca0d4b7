// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fail, ok } from '../../../electron/result.ts';
import { BatchCard } from '../../../renderer/speak/batches/batch-card.tsx';
import { batch, snapshot, voice } from '../examples.ts';
import { openWindow } from '../open-window.tsx';

afterEach(cleanup);

const open = snapshot({ voices: [voice('v1', { name: 'Ada' })] });
const click = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));

test('a batch under way says how far it is and whose voice it is, and can be canceled', async () => {
  const bridge = await openWindow(<BatchCard batch={batch('b', { counts: { done: 3, waiting: 9 } })} />, {
    open,
    answers: { 'batch.cancel': () => ok(batch('b')) },
  });
  expect(screen.getByText('3 of 12 · waiting for its turn')).toBeTruthy();
  expect(screen.getByText('Ada')).toBeTruthy();
  await click('Cancel');
  expect(bridge.calls.at(-1)).toEqual({ name: 'batch.cancel', ask: { batchId: 'b' } });
});

test('what failed of a batch is tried again as a whole; why that did not work is said', async () => {
  await openWindow(<BatchCard batch={batch('b', { counts: { done: 3, failed: 9 } })} />, {
    open,
    answers: { 'batch.retry': () => fail('batch-not-found') },
  });
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  await click('Try again what failed');
  expect(screen.getByRole('alert').textContent).toContain('This batch is no longer there.');
});

test('a batch is exported as it is chosen, and says where it went', async () => {
  const bridge = await openWindow(<BatchCard batch={batch('b', { counts: { done: 3, failed: 1 } })} />, {
    open,
    answers: {
      'batch.export': () => ok(['/home/maria/Music/b.m4a', '/home/maria/Music/b.srt']),
      'settings.change': (part) => ok({ ...open.settings, ...part }),
      'export.show': () => ok(undefined),
    },
  });
  await click('Export…');
  expect(screen.getByText('1 line is not spoken yet and will be left out.')).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'M4A' })));
  expect(bridge.calls.at(-1)).toEqual({ name: 'settings.change', ask: { exportFormat: 'm4a' } });
  await act(async () => bridge.tell('settings.changed', { ...open.settings, exportFormat: 'm4a' }));
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'SRT' })));
  await click('Another folder…');
  expect(bridge.calls.at(-1)?.ask).toEqual({
    ...{ batchId: 'b', format: 'm4a', as: 'one', subtitles: 'srt', to: 'ask' },
  });
  expect(screen.getByText('Saved 2 files in Music.')).toBeTruthy();
  await click('Show');
  expect(bridge.calls.at(-1)).toEqual({ name: 'export.show', ask: { exportId: 'b' } });
});

test('an export goes into the usual folder at once, tells how far it is, and can be canceled', async () => {
  let finish = (_: ReturnType<typeof fail>) => {};
  const bridge = await openWindow(<BatchCard batch={batch('b', { counts: { done: 3 } })} />, {
    open,
    answers: {
      // As the main process answers a canceled one: late.
      'batch.export': () => new Promise((resolve) => (finish = resolve)) as never,
      'export.cancel': () => ok(undefined),
    },
  });
  await click('Export…');
  await click('Save to “Timbre”');
  expect(bridge.calls.at(-1)?.ask).toEqual({ batchId: 'b', format: 'wav', as: 'one', to: 'folder' });
  await act(async () => bridge.tell('export.progress', { exportId: 'other', done: 9, of: 9 }));
  await act(async () => bridge.tell('export.progress', { exportId: 'b', done: 1, of: 3 }));
  expect(screen.getByText('Saving: 1 of 3')).toBeTruthy();
  await click('Cancel');
  expect(bridge.calls.at(-1)).toEqual({ name: 'export.cancel', ask: { exportId: 'b' } });
  await act(async () => finish(fail('canceled')));
  expect(screen.getByText('Canceled. Nothing was saved.')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});
