/**
 * The ring gauge is a scale of 0–60 s laid over 300 degrees, open at the bottom. Angles are degrees clockwise from the
 * top, so 0 s stands at −150 and 60 s at 150.
 */
export const RING_SECONDS = 60;
const FIRST_ANGLE = -150;
const SWEEP = 300;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where `seconds` stand on the ring; below 0 and above 60 stay at the ends. */
export function ringAngle(seconds: number): number {
  const share = Math.min(1, Math.max(0, seconds / RING_SECONDS));
  return FIRST_ANGLE + share * SWEEP;
}

/** The point at `angle` on a circle of `radius` around (0, 0), y downwards, in the unit of `radius`. */
export function ringPoint(angle: number, radius: number): Point {
  const radians = (angle * Math.PI) / 180;
  return { x: Math.sin(radians) * radius, y: -Math.cos(radians) * radius };
}

/** SVG path of the arc from second `from` to second `to`; empty where it has no length. */
export function ringArc(arc: {
  readonly from: number;
  readonly to: number;
  readonly radius: number;
}): string {
  const start = ringAngle(arc.from);
  const end = ringAngle(arc.to);
  if (end <= start) return '';
  const a = ringPoint(start, arc.radius);
  const b = ringPoint(end, arc.radius);
  const large = end - start > 180 ? 1 : 0;
  return `M ${round(a.x)} ${round(a.y)} A ${arc.radius} ${arc.radius} 0 ${large} 1 ${round(b.x)} ${round(b.y)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What an engine wants of a sample, in seconds. */
export interface RingWindow {
  readonly minSeconds: number;
  readonly maxSeconds: number;
  readonly sweetSpot: { readonly from: number; readonly to: number };
}

/** How long a sample is, and how much of it is speech, in seconds: the engine counts the one, a good clone the other. */
export interface SampleLength {
  readonly seconds: number;
  readonly speech: number;
}

/** How far a sample is. */
export type SampleReach = 'none' | 'short' | 'usable' | 'good' | 'plenty' | 'over';

/**
 * `short` of the least, `usable` but better with more speech, `good` in the window, `plenty` past it, `over` the most.
 * What the engine refuses is told by the whole length, what is good by the speech in it.
 */
export function sampleReach({ seconds, speech }: SampleLength, window: RingWindow): SampleReach {
  if (seconds <= 0) return 'none';
  if (seconds > window.maxSeconds) return 'over';
  if (seconds < window.minSeconds) return 'short';
  if (speech < window.sweetSpot.from) return 'usable';
  return speech <= window.sweetSpot.to ? 'good' : 'plenty';
}

/** Whole seconds still missing to the least the engine takes; 0 when there is enough. */
export function missingSeconds({ seconds }: SampleLength, window: RingWindow): number {
  return Math.max(0, Math.ceil(window.minSeconds - seconds));
}

/** One line under the seconds, in the ring. */
export function reachWords(sample: SampleLength, window: RingWindow): string {
  switch (sampleReach(sample, window)) {
    case 'none':
      return 'ready';
    case 'short':
      return `${missingSeconds(sample, window)}\u00a0s to go`;
    case 'usable':
      return `enough; ${window.sweetSpot.from}\u00a0s is better`;
    case 'good':
      return 'a good length';
    case 'plenty':
      return 'more than enough';
    case 'over':
      return `over ${window.maxSeconds} s: use less`;
  }
}
