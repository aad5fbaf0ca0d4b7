import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepAwakeAtWork } from '../../../electron/boot/desk/keep-awake.ts';
import { createEmitter } from '../../../electron/boot/emitter.ts';
import type { Job, JobState } from '../../../electron/jobs/job.ts';
import { DEFAULT_SETTINGS } from '../../../electron/library/settings.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const running: JobState = { status: 'running', since: 1 };
const turn: JobState = { status: 'waiting', why: 'turn', since: 1 };
const offline: JobState = { status: 'waiting', why: 'network', since: 1 };
const done: JobState = { status: 'done', at: 1, result: null };

function world(first: readonly JobState[], settings = { ...DEFAULT_SETTINGS, keepAwake: true }) {
  const asked: boolean[] = [];
  const events = createEmitter();
  let [states, isPaused, changed] = [first, false, () => {}];
  const stop = keepAwakeAtWork({
    ...{ events, settings: { get: () => settings } },
    power: { keepAwake: (on) => void asked.push(on) },
    runner: {
      list: () => states.map((state) => ({ state }) as Job),
      isPaused: () => isPaused,
      onChange(listener) {
        changed = () => listener({} as Job);
        return () => {};
      },
    },
  });
  vi.advanceTimersByTime(1000);
  return {
    ...{ asked, stop },
    become(next: readonly JobState[], paused = false) {
      [states, isPaused] = [next, paused];
      changed();
      events.emit('queue.changed', { isPaused: paused });
      vi.advanceTimersByTime(1000);
    },
  };
}

test.each([
  [[running], [true]],
  [[turn], [true]],
  [[offline, done], []],
])('%j keeps it awake: %j', (states, asked) => {
  expect(world(states).asked).toEqual(asked);
});

test('it is let go when the work is over, paused, or the stations close', () => {
  const { asked, become, stop } = world([running]);
  become([done]);
  become([running, turn]);
  become([turn], true);
  become([turn]);
  stop();
  expect(asked).toEqual([true, false, true, false, true, false]);
});

test('nothing is kept awake unless the person wants it', () => {
  expect(world([running], DEFAULT_SETTINGS).asked).toEqual([]);
});
