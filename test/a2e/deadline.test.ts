import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDeadline, pause } from '../../electron/a2e/deadline.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a deadline', () => {
  it('fires when the whole time is up, however much moves', () => {
    const deadline = openDeadline({ withinMs: 100, idleMs: 30 });
    for (let at = 20; at <= 80; at += 20) {
      vi.advanceTimersByTime(20);
      deadline.touch();
    }
    expect(deadline.why()).toBeUndefined();
    vi.advanceTimersByTime(20);
    expect([deadline.why(), deadline.signal.aborted]).toEqual(['timeout', true]);
    deadline.close();
  });

  it('fires when nothing moves for too long', () => {
    const deadline = openDeadline({ withinMs: 100, idleMs: 30 });
    vi.advanceTimersByTime(30);
    expect(deadline.why()).toBe('timeout');
    deadline.close();
  });

  it('says that the caller stopped, also where the time is up afterwards', () => {
    const stop = new AbortController();
    const deadline = openDeadline({ withinMs: 100, signal: stop.signal });
    stop.abort();
    vi.advanceTimersByTime(200);
    expect(deadline.why()).toBe('canceled');
    deadline.close();
  });

  it('leaves no timer and no listener behind', () => {
    const stop = new AbortController();
    const deadline = openDeadline({ withinMs: 100, idleMs: 50, signal: stop.signal });
    expect([vi.getTimerCount(), getEventListeners(stop.signal, 'abort').length]).toEqual([2, 1]);
    deadline.close();
    expect([vi.getTimerCount(), getEventListeners(stop.signal, 'abort').length]).toEqual([0, 0]);
  });
});

describe('a pause', () => {
  it('ends after its time and leaves nothing behind', async () => {
    const stop = new AbortController();
    const pausing = pause(100, stop.signal);
    await vi.advanceTimersByTimeAsync(100);
    await pausing;
    expect([vi.getTimerCount(), getEventListeners(stop.signal, 'abort').length]).toEqual([0, 0]);
  });

  it('ends at once when the caller stops', async () => {
    const stop = new AbortController();
    const pausing = pause(100, stop.signal);
    stop.abort();
    await pausing;
    expect(vi.getTimerCount()).toBe(0);
  });
});
