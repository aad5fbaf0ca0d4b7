// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../../electron/result.ts';
import { BatchProgress } from '../../../../renderer/parts/queue/batch-progress.tsx';
import { spentWords } from '../../../../renderer/parts/queue/batch-words.ts';
import { SetCeiling } from '../../../../renderer/speak/batches/set-ceiling.tsx';
import { batch, snapshot } from '../../examples.ts';
import { openWindow } from '../../open-window.tsx';

afterEach(cleanup);

const click = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const held = batch('b1', {
  ...{ counts: { done: 4, waiting: 8 }, ceiling: 40, used: 40 },
  held: {
    ...{ status: 'waiting', why: 'credits', since: 1 },
    fault: { code: 'batch-ceiling-reached', facts: { used: 40, ceiling: 40 } },
  },
});

test('a batch that has used what it may says so; it is raised or left with one click', async () => {
  const answers = { 'batch.setCeiling': () => ok(held), 'batch.cancel': () => ok(held) };
  const bridge = await openWindow(<BatchProgress batch={held} />, { open: snapshot(), answers });
  expect(screen.getByText('This batch has used 40 of its 40 credits.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Go on all the same' })).toBeNull();
  await click('Raise the ceiling to 80');
  expect(bridge.calls.at(-1)).toEqual({ name: 'batch.setCeiling', ask: { batchId: 'b1', credits: 80 } });
  await click('Stop here');
  expect(bridge.calls.at(-1)).toEqual({ name: 'batch.cancel', ask: { batchId: 'b1' } });
});

test('a ceiling is set as it is typed, and none where it is empty', async () => {
  const bridge = await openWindow(<SetCeiling batch={held} onDone={() => undefined} />, {
    open: snapshot(),
    answers: { 'batch.setCeiling': () => ok(held) },
  });
  const field = screen.getByRole('textbox', { name: 'Most credits for it' });
  fireEvent.change(field, { target: { value: '4x' } });
  expect(screen.getByRole('button', { name: 'Set' }).hasAttribute('disabled')).toBe(true);
  fireEvent.change(field, { target: { value: '' } });
  await click('Set');
  expect(bridge.calls.at(-1)).toEqual({ name: 'batch.setCeiling', ask: { batchId: 'b1', credits: null } });
});

test.each([
  [{}, null],
  [{ used: 1 }, '1 credit'],
  [{ used: 1200 }, '1,200 credits'],
  [{ ceiling: 40 }, '0 of 40 credits'],
  [{ used: 12, ceiling: 40 }, '12 of 40 credits'],
])('what went for a batch: %j', (batch, words) => {
  expect(spentWords(batch)).toBe(words);
});
