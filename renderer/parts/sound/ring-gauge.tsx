import type { ReactNode } from 'react';
import {
  RING_SECONDS,
  type RingWindow,
  ringAngle,
  ringArc,
  ringPoint,
  type SampleLength,
  sampleReach,
} from './ring-arithmetic.ts';

interface RingGaugeProps {
  /** Seconds of speech that were there before this recording, and all of the sample with it. */
  readonly before: number;
  readonly sample: SampleLength;
  readonly window: RingWindow;
  readonly recording: boolean;
  /** What stands inside. */
  readonly children: ReactNode;
}

const RADIUS = 108;
const BAND_RADIUS = 119;

/** 260 px: the seconds of the sample on a scale to 60 s, the engine's window as a green arc around it. */
export function RingGauge({ before, sample, window, recording, children }: RingGaugeProps) {
  const reach = sampleReach(sample, window);
  const { from, to } = window.sweetSpot;
  return (
    <div className="ring" data-recording={recording} data-reach={reach}>
      <svg className="ring-scale" viewBox="-130 -130 260 260" aria-hidden="true">
        <path className="ring-track" d={ringArc({ from: 0, to: RING_SECONDS, radius: RADIUS })} />
        <path className="ring-window" d={ringArc({ from, to, radius: BAND_RADIUS })} />
        <path
          className="ring-fill"
          d={ringArc({ from: recording ? before : 0, to: sample.speech, radius: RADIUS })}
        />
        {recording ? (
          <path className="ring-before" d={ringArc({ from: 0, to: before, radius: RADIUS })} />
        ) : null}
        <RingMark seconds={window.minSeconds} />
        <RingMark seconds={window.maxSeconds} />
      </svg>
      <div className="ring-inside">{children}</div>
    </div>
  );
}

/** A short line across the ring, and its seconds in letters outside. */
function RingMark({ seconds }: { readonly seconds: number }) {
  const angle = ringAngle(seconds);
  const inner = ringPoint(angle, RADIUS - 9);
  const outer = ringPoint(angle, RADIUS + 9);
  const text = ringPoint(angle, RADIUS + 30);
  return (
    <>
      <line className="ring-mark" x1={inner.x} y1={inner.y} x2={outer.x} y2={outer.y} />
      <text className="ring-letters" x={text.x} y={text.y} textAnchor="middle" dominantBaseline="central">
        {seconds} s
      </text>
    </>
  );
}
