// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { faultWords } from '../../../../electron/contract/fault-words.ts';
import { fail, ok } from '../../../../electron/result.ts';
import { JobLine } from '../../../../renderer/parts/queue/job-line.tsx';
import { job, snapshot } from '../../examples.ts';
import { openWindow } from '../../open-window.tsx';

afterEach(cleanup);

const failed = (code: string) => job('j', { state: { status: 'failed', at: 1, fault: { code } } });

test('a job that waits can be canceled', async () => {
  const bridge = await openWindow(<JobLine job={job('j')} />, {
    open: snapshot(),
    answers: { 'job.cancel': () => ok(job('j')) },
  });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' })));
  expect(bridge.calls.at(-1)).toEqual({ name: 'job.cancel', ask: { jobId: 'j' } });
});

test('a job that is done offers nothing', async () => {
  const done = job('j', { state: { status: 'done', at: 1, result: null } });
  await openWindow(<JobLine job={done} />, { open: snapshot() });
  expect(screen.queryByRole('button')).toBeNull();
});

test('a job that failed can be tried again, and says why that did not work', async () => {
  const bridge = await openWindow(<JobLine job={failed('out-of-credits')} />, {
    open: snapshot(),
    answers: { 'job.retry': () => fail('journal-not-written') },
  });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
  expect(bridge.calls.at(-1)).toEqual({ name: 'job.retry', ask: { jobId: 'j' } });
  expect(screen.getByRole('alert').textContent).toContain(
    faultWords({ code: 'journal-not-written' }).happened,
  );
});

test.each(['maybe-charged', 'training-unknown'])(
  'after %s the button says that it may cost again',
  async (code) => {
    await openWindow(<JobLine job={failed(code)} />, { open: snapshot() });
    expect(screen.getByRole('button', { name: 'Try again, may cost again' })).toBeTruthy();
  },
);
