import { useEffect, useRef } from 'react';
import type WaveSurfer from 'wavesurfer.js';
import { useFrames } from '../clock.ts';
import { type GrowingPeaks, LIVE_SECONDS, liveWindow } from './live-peaks.ts';
import { createWave, followTheme, ignoreOvertaken } from './wave.ts';

interface LiveWaveformProps {
  readonly running: boolean;
  peaks(): GrowingPeaks;
}

/** Drawing more often is not seen, and costs the capture its time. */
const DRAW_EVERY_MS = 80;

/** Speech of a good level peaks at about half of full scale: drawn larger, it fills the strip. */
const LIVE_HEIGHT = 1.6;

/** The last seconds of what is being recorded. Drawn with wavesurfer, never recorded with it. */
export function LiveWaveform({ running, peaks }: LiveWaveformProps) {
  const container = useRef<HTMLDivElement>(null);
  const wave = useRef<WaveSurfer | null>(null);
  const drawnAt = useRef(0);

  useEffect(() => {
    if (container.current === null) return;
    const made = createWave(container.current, { interact: false, barHeight: LIVE_HEIGHT });
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
    void redraw(wave.current, liveWindow(peaks()));
  });

  return <div ref={container} className="wave live-wave" aria-hidden="true" />;
}

/**
 * Draws anew. wavesurfer makes new canvases each time and leaves the old ones to the garbage collector, which sees small
 * objects and takes its time: emptied at once, they do not pile up to tens of megabytes while one records.
 */
async function redraw(wave: WaveSurfer, points: Float32Array): Promise<void> {
  const old = [...wave.getWrapper().querySelectorAll('canvas')];
  await wave.load('', [points], LIVE_SECONDS).catch(ignoreOvertaken);
  for (const canvas of old) if (!canvas.isConnected) canvas.width = canvas.height = 0;
}
