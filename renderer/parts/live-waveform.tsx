import { useEffect, useRef } from 'react';
import type WaveSurfer from 'wavesurfer.js';
import { useFrames } from './clock.ts';
import { type GrowingPeaks, LIVE_SECONDS, liveWindow } from './live-peaks.ts';
import { createWave, followTheme, ignoreOvertaken } from './wave.ts';

interface LiveWaveformProps {
  readonly running: boolean;
  peaks(): GrowingPeaks;
}

/** Drawing more often is not seen, and costs the capture its time. */
const DRAW_EVERY_MS = 80;

/** The last seconds of what is being recorded. Drawn with wavesurfer, never recorded with it. */
export function LiveWaveform({ running, peaks }: LiveWaveformProps) {
  const container = useRef<HTMLDivElement>(null);
  const wave = useRef<WaveSurfer | null>(null);
  const drawnAt = useRef(0);

  useEffect(() => {
    if (container.current === null) return;
    const made = createWave(container.current, { interact: false, maxPeak: 1 });
    const unfollow = followTheme(made, container.current);
    wave.current = made;
    return () => {
      unfollow();
      wave.current = null;
      made.destroy();
    };
  }, []);

  useFrames(running, () => {
    const now = performance.now();
    const { count } = peaks();
    if (wave.current === null || count === 0 || now - drawnAt.current < DRAW_EVERY_MS) return;
    drawnAt.current = now;
    wave.current.load('', [liveWindow(peaks())], LIVE_SECONDS).catch(ignoreOvertaken);
  });

  return <div ref={container} className="wave live-wave" aria-hidden="true" />;
}
