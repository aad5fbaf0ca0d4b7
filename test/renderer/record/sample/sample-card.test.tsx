// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { SampleDraft } from '../../../../electron/cloning/sample/sample-draft.ts';
import type { SampleReport, Snapshot } from '../../../../electron/contract/calls.ts';
import { ok } from '../../../../electron/result.ts';
import { Notices } from '../../../../renderer/record/notices.tsx';
import { SampleCard } from '../../../../renderer/record/sample/sample-card.tsx';
import { useSample } from '../../../../renderer/record/sample/use-sample.ts';
import { sampleOf, snapshot, take } from '../../examples.ts';
import type { FakeBridge } from '../../fake-bridge.ts';
import { openWindow } from '../../open-window.tsx';

afterEach(cleanup);

const spoken = take('t1', 12);
const parts = [0, 1, 2].map((sentence) => ({
  ...{ takeId: 't1', from: sentence * 192_000, to: (sentence + 1) * 192_000, sentence },
}));
const REPORT: SampleReport = {
  ...{ revision: 1, seconds: 12, clips: [{ seconds: 12, parts: [0, 1, 2], matched: [] }] },
  quality: {
    ...{ verdict: 'fair', seconds: 12, speechSeconds: 10 },
    checks: [
      { id: 'noise', status: 'warn', value: 18, unit: 'dB', advice: 'There is noise.' },
      { id: 'level', status: 'pass', value: -20, unit: 'dBFS', advice: 'A good level.' },
    ],
  },
};

function Card() {
  return (
    <SampleCard
      sample={useSample()}
      judged={{ report: REPORT, fault: null, pending: false }}
      flaw={null}
      onFlaw={() => undefined}
    />
  );
}

/** A main process that keeps the sample as it is told to. */
async function openCard(open: Snapshot, part = <Card />): Promise<FakeBridge> {
  let kept: SampleDraft = open.sample;
  const bridge: FakeBridge = await openWindow(part, {
    open,
    answers: {
      'sample.change': (patch) => {
        kept = { ...kept, ...patch, revision: kept.revision + 1 };
        bridge.tell('sample.changed', kept);
        return ok(kept);
      },
      'take.clean': () => {
        const copy = {
          ...spoken,
          id: 't2',
          source: { kind: 'cleaned', of: 't1', spokenHere: true } as const,
        };
        bridge.tell('take.changed', copy);
        return ok(copy);
      },
    },
  });
  return bridge;
}
const withSample = (more: Partial<SampleDraft> = {}) =>
  snapshot({ takes: [spoken], sample: sampleOf([], { parts, ...more }) });
const sentencesLeft = () => screen.queryAllByRole('button', { name: /^Leave out/ }).length;

test('a sentence that is left out comes back with Ctrl+Z', async () => {
  await openCard(withSample());
  expect(sentencesLeft()).toBe(3);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /^Leave out “A girl/ })));
  expect(sentencesLeft()).toBe(2);
  await act(async () => fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true }));
  expect(sentencesLeft()).toBe(3);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Redo' })));
  expect(sentencesLeft()).toBe(2);
});

test('the noise is taken out only when asked, into a copy, and the original can be chosen back', async () => {
  const bridge = await openCard(withSample());
  const asRecorded = screen.getByRole<HTMLInputElement>('radio', { name: 'As recorded' });
  expect(asRecorded.checked).toBe(true);
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'Without the noise' })));
  expect(bridge.calls.map(({ name }) => name)).toContain('take.clean');
  const moved = bridge.calls.at(-1)?.ask as { parts: readonly { takeId: string; from: number }[] };
  expect(moved.parts.map(({ takeId }) => takeId)).toEqual(['t2', 't2', 't2']);
  expect(moved.parts.map(({ from }) => from)).toEqual(parts.map(({ from }) => from));
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'As recorded' })));
  expect(bridge.calls.at(-1)?.ask).toEqual({ parts });
});

test('the consent says when it was given and can be heard; without one the way to it is there', async () => {
  await openCard(withSample());
  expect(screen.getByText(/^Agreed aloud/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Play the consent' })).toBeTruthy();
  cleanup();
  await openCard(withSample({ consent: null }));
  expect(screen.getByText(/Nothing is uploaded without it/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Read the consent' })).toBeTruthy();
});

test('a row that is opened says what to do', async () => {
  await openCard(withSample());
  expect(screen.getByText('A fair sample: one thing could be better.')).toBeTruthy();
  const row = screen.getByRole('button', { name: /^Voice over noise/ });
  expect(row.getAttribute('aria-expanded')).toBe('false');
  expect(screen.getByText('There is noise.')).toBeTruthy();
});

test('a recording that outlived its app is offered, and joins the sample when it is wanted', async () => {
  const rescued = take('t9', 7, { state: { status: 'kept', recovered: true } });
  const open = snapshot({ takes: [rescued], notices: [{ is: 'takes-recovered', takeIds: ['t9'] }] });
  const bridge = await openCard(open, <Notices />);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Use it' })));
  expect(bridge.calls.at(-1)).toEqual({
    name: 'sample.change',
    ask: { parts: [{ takeId: 't9', from: 0, to: 7 * 48_000 }] },
  });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'In the sample' }).disabled).toBe(true);
});
