// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ModelView } from '../../../electron/contract/calls.ts';
import { ok } from '../../../electron/result.ts';
import { ModelSection } from '../../../renderer/settings/model-section.tsx';
import { sizeWords, stepWords } from '../../../renderer/settings/model-words.ts';
import { snapshot } from '../examples.ts';
import { openWindow } from '../open-window.tsx';

afterEach(cleanup);

const download = { bytes: 98_336_520, host: 'models.example' };
const view = (state: ModelView['state']): ModelView => ({ state, download });
const show = (state: ModelView['state']) =>
  openWindow(<ModelSection />, {
    open: snapshot({ model: view(state) }),
    answers: {
      'model.install': () => ok(view({ is: 'installing', step: 'downloading', done: 0 })),
      'model.stop': () => ok(view({ is: 'not-installed' })),
      'model.remove': () => ok(view({ is: 'not-installed' })),
    },
  });
const button = (name: string | RegExp) => screen.getByRole('button', { name }) as HTMLButtonElement;
const press = (name: string | RegExp) => act(async () => fireEvent.click(button(name)));

test('the model is fetched only when its terms are accepted', async () => {
  const bridge = await show({ is: 'not-installed' });
  for (const name of ['Download (98 MB)', 'Choose the archive…', 'Choose a folder…'])
    expect(button(name).disabled).toBe(true);
  await act(async () => fireEvent.click(screen.getByRole('checkbox')));
  await press('Choose a folder…');
  expect(bridge.calls.at(-1)).toEqual({
    name: 'model.install',
    ask: { from: 'folder', licenceAccepted: true },
  });
});

test('an installation says how far it is and can be stopped', async () => {
  const bridge = await show({ is: 'installing', step: 'downloading', done: 0.42 });
  expect(screen.getByText('Downloading · 42 %')).toBeDefined();
  expect(screen.queryByRole('checkbox')).toBeNull();
  await press('Stop');
  expect(bridge.calls.at(-1)?.name).toBe('model.stop');
});

test('why it was not installed is said, and it can be tried again', async () => {
  await show({ is: 'not-installed', fault: { code: 'model-wrong-checksum' } });
  expect(screen.getByRole('alert').textContent).toContain('checksum');
  expect(button('Choose the archive…')).toBeDefined();
});

test('an installed model is removed only after a question', async () => {
  const bridge = await show({ is: 'installed', bytes: 198_000_000, at: 1 });
  const before = bridge.calls.length;
  await press('Remove the model');
  await press('Keep it');
  expect(bridge.calls).toHaveLength(before);
  await press('Remove the model');
  await press('Remove');
  expect(bridge.calls.at(-1)?.name).toBe('model.remove');
});

test('a broken model says so and can be installed again', async () => {
  await show({ is: 'broken', fault: { code: 'model-changed', facts: { file: 'encoder.onnx' } } });
  expect(screen.getByText(/encoder\.onnx/)).toBeDefined();
  expect(button('Choose a folder…')).toBeDefined();
});

test.each([
  ['unpacking', 0.999, 'Unpacking · 99 %'],
  ['checking', 0, 'Checking · 0 %'],
  ['trying', 0, 'Trying it out …'],
] as const)('the step %s at %f reads “%s”', (step, done, words) => {
  expect(stepWords({ is: 'installing', step, done })).toBe(words);
});

test.each([
  [98_336_520, '98 MB'],
  [195_000, '1 MB'],
  [1_234_000_000, '1,234 MB'],
])('%d bytes read “%s”', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
