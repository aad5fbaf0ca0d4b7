// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BatchLineView, BatchView, Calls, LanguageDoubt } from '../../../electron/contract/calls.ts';
import { fail, ok } from '../../../electron/result.ts';
import { undoBar } from '../../../renderer/parts/undo.ts';
import { BatchLines } from '../../../renderer/speak/batches/batch-lines.tsx';
import { batch, snapshot, voice } from '../examples.ts';
import { openWindow } from '../open-window.tsx';

/** A page without a layout draws no line: here everything is as high as the list. */
const layout = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'clientHeight') ?? {};
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 400 });
  undoBar.dismiss();
});
afterEach(() => {
  cleanup();
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', layout);
});

const LINES: readonly BatchLineView[] = ['One.', 'Two.', 'Three.'].map((text, row) => ({
  ...{ id: `${row}`, text, row, clipId: `c${row}`, seconds: 1, jobId: `j${row}` },
  state: { status: 'done', at: 1, result: null },
}));
const BATCH = batch('b', { counts: { done: 3 } });
const open = snapshot({
  voices: [voice('v1', { name: 'Ada' }), voice('v2', { name: 'Bob', speed: 0.8 })],
});

async function show({
  lines = LINES,
  changed = ok({ ...BATCH, canUndo: true }),
  doubts = [],
  batchMore = {},
}: {
  doubts?: readonly LanguageDoubt[];
  batchMore?: Partial<BatchView>;
  lines?: readonly BatchLineView[];
  changed?: Calls['batch.change']['answer'];
} = {}) {
  const bridge = await openWindow(<BatchLines batch={{ ...BATCH, ...batchMore }} />, {
    open,
    answers: {
      'batch.lines': ({ from, count }) => ok(lines.slice(from, from + count)),
      'batch.change': () => changed,
      'speech.language': () => ok(doubts),
      'batch.redo': () => ok(BATCH),
      'batch.undo': () => ok(BATCH),
      'speech.estimate': () => ok({ characters: 5, requests: 1 }),
    },
  });
  const changes = () => bridge.calls.filter(({ name }) => name === 'batch.change').map(({ ask }) => ask);
  return { bridge, changes };
}

const line = (text: string) => within(screen.getByRole('article', { name: text }));
const press = (control: HTMLElement, more: object = {}) => act(async () => fireEvent.click(control, more));
const type = (control: HTMLElement, value: string) =>
  act(async () => fireEvent.change(control, { target: { value } }));

test('the words of a line are changed in place, and only that is asked for; it can be had back', async () => {
  const { bridge, changes } = await show();
  await press(line('Two.').getByRole('button', { name: 'Change' }));
  const form = within(screen.getByRole('form', { name: 'Change the line' }));
  const speak = form.getByRole('button', { name: 'Speak' });
  expect(speak).toHaveProperty('disabled', true);
  await type(form.getByRole('textbox', { name: 'Text' }), 'Two and a half.');
  await type(form.getByRole('textbox', { name: 'Say it as' }), 'too and a haff');
  await press(speak);
  expect(changes()).toEqual([
    {
      batchId: 'b',
      change: { is: 'edit', lineIds: ['1'], text: 'Two and a half.', spokenAs: 'too and a haff' },
    },
  ]);
  expect(screen.queryByRole('form')).toBeNull();
  expect(undoBar.read()?.words).toBe('Line changed.');
  await act(async () => undoBar.takeBack());
  expect(bridge.calls.at(-1)).toEqual({ name: 'batch.undo', ask: { batchId: 'b' } });
});

test('a change that is refused says why, and what was written stays', async () => {
  await show({ changed: fail('text-empty') });
  await press(line('Two.').getByRole('button', { name: 'Change' }));
  await type(screen.getByRole('textbox', { name: 'Text' }), '…');
  await press(screen.getByRole('button', { name: 'Speak' }));
  expect(screen.getByRole('alert')).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Text' })).toHaveProperty('value', '…');
  await act(async () => fireEvent.keyDown(screen.getByRole('textbox', { name: 'Text' }), { key: 'Escape' }));
  expect(screen.queryByRole('form')).toBeNull();
});

test('several are ticked, all from one to another with Shift, and spoken by another voice as it speaks', async () => {
  const { changes } = await show();
  await press(screen.getByRole('checkbox', { name: 'Choose line 1' }));
  await press(screen.getByRole('checkbox', { name: 'Choose line 2' }), { shiftKey: true });
  const panel = within(screen.getByRole('group', { name: '2 lines ticked' }));
  const speak = panel.getByRole('button', { name: 'Speak 2 lines so' });
  expect(speak).toHaveProperty('disabled', true);
  await press(panel.getByRole('button', { name: 'Voice' }));
  await press(screen.getByRole('option', { name: /Bob/ }));
  expect(panel.getByText('0.8×')).toBeTruthy();
  await press(speak);
  expect(changes()).toEqual([{ batchId: 'b', change: { is: 'edit', lineIds: ['0', '1'], voiceId: 'v2' } }]);
  expect(screen.queryByRole('group', { name: /ticked/ })).toBeNull();
});

test('lines are given to a voice of another language only when a person says so', async () => {
  const { bridge, changes } = await show({ doubts: [{ voiceId: 'v2', looks: 'fr' }] });
  await press(screen.getByRole('checkbox', { name: 'Choose line 2' }));
  await press(screen.getByRole('group', { name: '1 line ticked' }).querySelector('.choice') ?? never());
  await press(screen.getByRole('option', { name: /Bob/ }));
  await press(screen.getByRole('button', { name: 'Speak 1 line so' }));
  expect(bridge.calls.find(({ name }) => name === 'speech.language')?.ask).toEqual({
    ...{ voiceId: 'v2', from: { is: 'text', text: 'Two.' } },
  });
  expect(changes()).toEqual([]);
  await press(screen.getByRole('button', { name: 'Speak it all the same' }));
  expect(changes()).toEqual([{ batchId: 'b', change: { is: 'edit', lineIds: ['1'], voiceId: 'v2' } }]);
});

test('all are ticked and removed as all', async () => {
  const { changes } = await show();
  await press(screen.getByRole('button', { name: 'Tick all' }));
  await press(screen.getByRole('button', { name: 'Remove them' }));
  expect(changes()).toEqual([{ batchId: 'b', change: { is: 'remove', lineIds: 'all' } }]);
});

test('a change is taken back with Ctrl and Z among the lines, but not while one writes', async () => {
  const { bridge } = await show({ batchMore: { canUndo: true } });
  const undone = () => bridge.calls.filter(({ name }) => name === 'batch.undo').length;
  const undo = (on: HTMLElement) => act(async () => fireEvent.keyDown(on, { key: 'z', ctrlKey: true }));
  await press(screen.getByRole('checkbox', { name: 'Choose line 1' }));
  await press(line('Two.').getByRole('button', { name: 'Change' }));
  await undo(screen.getByRole('textbox', { name: 'Text' }));
  expect(undone()).toBe(0);
  await undo(screen.getByRole('checkbox', { name: 'Choose line 1' }));
  expect(undone()).toBe(1);
  expect(screen.queryByRole('group', { name: /ticked/ }), 'what was ticked may be gone').toBeNull();
});

test('a ticked line that is removed is ticked no more', async () => {
  const { changes } = await show();
  await press(screen.getByRole('checkbox', { name: 'Choose line 1' }));
  await press(screen.getByRole('checkbox', { name: 'Choose line 2' }));
  const more = line('One.').getByRole('button', { name: 'More' });
  await act(async () => fireEvent.keyDown(more, { key: 'Enter' }));
  await press(screen.getByRole('menuitem', { name: 'Remove' }));
  expect(changes()).toHaveLength(1);
  expect(screen.getByRole('group', { name: '1 line ticked' })).toBeTruthy();
});

test('a line moves with Alt and the arrows, at the ends no further; a new one is added at the end', async () => {
  const { changes } = await show();
  const alt = (text: string, key: string) =>
    act(async () => fireEvent.keyDown(screen.getByRole('article', { name: text }), { key, altKey: true }));
  await alt('Two.', 'ArrowUp');
  await alt('One.', 'ArrowDown');
  await alt('Two.', 'ArrowDown');
  await alt('One.', 'ArrowUp');
  await alt('Three.', 'ArrowDown');
  await press(screen.getByRole('button', { name: 'Add a line' }));
  await type(screen.getByRole('textbox', { name: 'Text' }), 'Four.');
  await press(screen.getByRole('button', { name: 'Speak' }));
  expect(changes().map((ask) => Object(ask)['change'])).toEqual([
    { is: 'move', lineIds: ['1'], before: '0' },
    { is: 'move', lineIds: ['0'], before: '2' },
    { is: 'move', lineIds: ['1'], before: null },
    { is: 'insert', before: null, text: 'Four.' },
  ]);
});

test('a sound that says the line as it was before is called that', async () => {
  await show({ lines: LINES.map((each) => (each.id === '1' ? { ...each, isOld: true } : each)) });
  expect(line('Two.').getByText('as it was before')).toBeTruthy();
  expect(line('One.').queryByText('as it was before')).toBeNull();
});

function never(): never {
  throw new Error('not there');
}
