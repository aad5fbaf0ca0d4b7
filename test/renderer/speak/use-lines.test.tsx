// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { BatchLineView } from '../../../electron/contract/calls.ts';
import type { JobState } from '../../../electron/jobs/job.ts';
import { ok } from '../../../electron/result.ts';
import { type Lines, useLines } from '../../../renderer/speak/batches/use-lines.ts';
import { batch, snapshot } from '../examples.ts';
import { fakeBridge } from '../fake-bridge.ts';

afterEach(cleanup);

type Status = 'waiting' | 'canceled';

function line(id: string, status: Status): BatchLineView {
  const state: JobState = status === 'waiting' ? { status, why: 'turn', since: 1 } : { status, at: 1 };
  return { id, text: `Line ${id}`, row: 0, jobId: `job-${id}`, state };
}

/** The lines of the batch `b`, all of them in one state, and how to put them in another. */
async function openLines() {
  let status: Status = 'waiting';
  let lines: Lines | undefined;
  const bridge = fakeBridge(() => snapshot(), {
    'batch.lines': ({ from, count }) =>
      ok(Array.from({ length: count }, (_, i) => line(`${from + i}`, status))),
  });
  Object.assign(window, { timbre: bridge });
  const Reader = () => {
    lines = useLines(batch('b'));
    return null;
  };
  await act(async () => void render(<Reader />));
  const now = (): Lines => {
    if (lines === undefined) throw new Error('not drawn');
    return lines;
  };
  return {
    ...{ bridge, now },
    become: (next: Status) => {
      status = next;
    },
    pages: () => bridge.calls.filter(({ name }) => name === 'batch.lines').length,
  };
}

test('pages are asked for once, when they come into view', async () => {
  const { now, pages } = await openLines();
  await act(async () => now().need(90, 110));
  await act(async () => now().need(95, 115));
  expect([pages(), now().known.size]).toEqual([2, 200]);
});

test('where very many lines changed at once, those in view are asked for anew and the others when they come', async () => {
  const { bridge, now, become, pages } = await openLines();
  await act(async () => now().need(0, 9));
  await act(async () => now().need(200, 209));
  become('canceled');
  await act(async () => bridge.tell('lines.changed', { batchId: 'other', lines: [], isMany: true }));
  expect(now().known.get(200)?.state?.status).toBe('waiting');
  await act(async () => bridge.tell('lines.changed', { batchId: 'b', lines: [], isMany: true }));
  expect([pages(), now().known.size]).toEqual([3, 100]);
  expect(now().known.get(200)?.state?.status).toBe('canceled');
  await act(async () => now().need(0, 9));
  expect(now().known.get(0)?.state?.status).toBe('canceled');
});
