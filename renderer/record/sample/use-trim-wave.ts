import { type RefObject, useEffect, useRef } from 'react';
import RegionsPlugin, { type Region } from 'wavesurfer.js/plugins/regions';
import { mediaPath } from '../../../electron/contract/calls.ts';
import { type Take, takeSeconds } from '../../../electron/recording/take.ts';
import { createWave, followTheme, ignoreOvertaken } from '../../parts/sound/wave.ts';
import { takePoints } from '../taking/take-points.ts';
import { LEAST_SECONDS, type Stretch } from './trim-rules.ts';

/** A longer take is drawn so that a sample's length can be seen, and scrolled, in seconds and pixels a second. */
const LONG_SECONDS = 180;
const LONG_PIXELS = 8;
/** So much of it stands before the chosen part. */
const LEAD_SECONDS = 8;

interface TrimWaveAsk {
  readonly take: Take;
  readonly chosen: Stretch;
  onChange(stretch: Stretch): void;
}

/** Draws a take into `container` with the chosen part as a region whose ends can be dragged. */
export function useTrimWave(container: RefObject<HTMLElement | null>, ask: TrimWaveAsk): void {
  const { take, chosen } = ask;
  const latest = useRef(ask);
  latest.current = ask;
  const region = useRef<Region | null>(null);

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const regions = RegionsPlugin.create();
    const seconds = takeSeconds(take);
    const isLong = seconds > LONG_SECONDS;
    const wave = createWave(element, {
      ...{ normalize: true, interact: false, plugins: [regions] },
      ...(isLong && { minPxPerSec: LONG_PIXELS, hideScrollbar: false }),
    });
    let wanted = true;
    // Its course is known to the main process: an hour of sound is drawn without being fetched.
    void takePoints(take.id).then((points) => {
      if (!wanted) return;
      void wave.load(mediaPath('takes', take.id), points && [points], seconds).catch(ignoreOvertaken);
    });
    const unfollow = followTheme(wave, element);
    wave.on('ready', () => {
      const { from, to } = latest.current.chosen;
      region.current = regions.addRegion({
        ...{ start: from, end: to, minLength: Math.min(LEAST_SECONDS, seconds) },
        color: 'color-mix(in srgb, var(--act) 22%, transparent)',
      });
      if (isLong) wave.setScrollTime(Math.max(0, from - LEAD_SECONDS));
    });
    regions.on('region-updated', ({ start, end }) => latest.current.onChange({ from: start, to: end }));
    return () => {
      wanted = false;
      unfollow();
      region.current = null;
      wave.destroy();
    };
  }, [container, take]);

  useEffect(() => {
    const { current } = region;
    if (current && (current.start !== chosen.from || current.end !== chosen.to))
      current.setOptions({ start: chosen.from, end: chosen.to });
  }, [chosen]);
}
