import { expect, test } from 'vitest';
import type { LiveLevel } from '../../../renderer/audio/recorder.ts';
import { coachAt, coachHears, coachHint } from '../../../renderer/record/coach.ts';

const speech: LiveLevel = { rms: -22, peak: -8, clipped: false };
const faint: LiveLevel = { rms: -48, peak: -40, clipped: false };
const silence: LiveLevel = { rms: Number.NEGATIVE_INFINITY, peak: Number.NEGATIVE_INFINITY, clipped: false };

function after(ms: number, level: LiveLevel): string | null {
  let memory = coachAt(0);
  for (let now = 0; now <= ms; now += 50) memory = coachHears(memory, level, now);
  return coachHint(memory, ms);
}

test('a good level gets no hint', () => {
  expect(after(20_000, speech)).toBeNull();
});

test('no signal at all is told after a second', () => {
  expect(after(900, silence)).toBeNull();
  expect(after(1_100, silence)).toContain('No sound arrives');
});

test('a faint voice is told after a while, not at the first pause', () => {
  expect(after(2_000, faint)).toBeNull();
  expect(after(4_000, faint)).toContain('come closer');
});

test('clipping is told at once and forgotten soon', () => {
  const memory = coachHears(coachAt(0), { ...speech, clipped: true }, 1_000);
  expect(coachHint(memory, 1_000)).toContain('Too loud');
  expect(coachHint(coachHears(memory, speech, 3_600), 3_600)).toBeNull();
});
