import { useRef } from 'react';
import type { LiveLevel } from '../../audio/recorder.ts';
import { useFrames } from '../clock.ts';
import { heldLevel, heldPeak, METER_FLOOR, meterShare, type PeakHold } from './level-arithmetic.ts';

interface LevelMeterProps {
  readonly running: boolean;
  read(): LiveLevel;
}

const CLIP_LIGHT_MS = 1500;

/** RMS bar, held peak and a light for clipping; moved by hand each frame, so that React draws it once. */
export function LevelMeter({ running, read }: LevelMeterProps) {
  const meter = useRef<HTMLDivElement>(null);
  const hold = useRef<PeakHold>({ level: METER_FLOOR, at: 0 });
  const clippedAt = useRef(Number.NEGATIVE_INFINITY);

  useFrames(running, () => {
    const level = read();
    const now = performance.now();
    hold.current = heldPeak(hold.current, level.peak, now);
    if (level.clipped) clippedAt.current = now;
    const style = meter.current?.style;
    style?.setProperty('--rms', String(meterShare(level.rms)));
    style?.setProperty('--peak', String(meterShare(heldLevel(hold.current, now))));
    meter.current?.toggleAttribute('data-clipped', now - clippedAt.current < CLIP_LIGHT_MS);
  });

  return (
    <div ref={meter} className="meter" data-running={running} aria-hidden="true" title="Level">
      <span className="meter-clip" />
      <span className="meter-scale">
        <span className="meter-bar" />
        <span className="meter-peak" />
      </span>
    </div>
  );
}
