import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type WaveSurfer from 'wavesurfer.js';
import { soundAlone } from './one-player.ts';
import { usePlaySpeed } from './play-speed.ts';
import { createWave, followTheme } from './wave.ts';

export interface Playback {
  readonly playing: boolean;
  /** Seconds into the sound. */
  readonly at: number;
  /** True when the sound could not be fetched or decoded. */
  readonly broken: boolean;
  toggle(): void;
  /** Plays from there on, in seconds. */
  playFrom(seconds: number): void;
  /** Moves by so many seconds. */
  skip(seconds: number): void;
}

/** What only flies past while one scrolls is not seen, in milliseconds: reading and drawing a sound takes a frame or more. */
const SEEN_MS = 120;

/** Whether the element stayed near the visible part once: long lists load their sound where one stops. */
function useSeen(container: RefObject<HTMLElement | null>): readonly [seen: boolean, see: () => void] {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || container.current === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        clearTimeout(timer);
        const isNear = entries.at(-1)?.isIntersecting === true;
        timer = isNear ? setTimeout(() => setSeen(true), SEEN_MS) : undefined;
      },
      { rootMargin: '200px' },
    );
    watch.observe(container.current);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [seen, container]);
  const see = useCallback(() => setSeen(true), []);
  return [seen, see];
}

/** A waveform that is known already, 0…1, and the length it stands for: the sound plays without being read first. */
export interface Drawn {
  readonly points: Float32Array;
  readonly seconds: number;
}

/** Plays the sound at `url`, at `volume` 0…1, and draws it into `container`; `drawn` is looked at once. */
export function usePlayback(
  container: RefObject<HTMLElement | null>,
  {
    url,
    drawn,
    volume = 1,
    startsAtOnce = false,
  }: {
    readonly url: string;
    readonly drawn?: Drawn | undefined;
    readonly volume?: number | undefined;
    readonly startsAtOnce?: boolean | undefined;
  },
): Playback {
  const known = useRef(drawn);
  const [seen, see] = useSeen(container);
  /** Play was pressed before there was anything to play. */
  const wanted = useRef(false);
  const wave = useRef<WaveSurfer | null>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [broken, setBroken] = useState(false);
  const speed = usePlaySpeed();
  const speedNow = useRef(speed);
  speedNow.current = speed;
  useEffect(() => wave.current?.setPlaybackRate(speed, true), [speed]);

  useEffect(() => {
    const element = container.current;
    if (!seen || element === null) return;
    const made = createWave(element, {
      ...{ url, normalize: true, dragToSeek: true },
      ...(known.current && { peaks: [known.current.points], duration: known.current.seconds }),
    });
    made.setVolume(volume);
    made.setPlaybackRate(speedNow.current, true);
    const unfollow = followTheme(made, element);
    wave.current = made;
    made.on('play', () => {
      soundAlone(made);
      setPlaying(true);
    });
    made.on('pause', () => setPlaying(false));
    made.on('finish', () => made.setTime(0));
    made.on('timeupdate', setAt);
    made.on('ready', () => {
      setBroken(false);
      if (wanted.current || startsAtOnce) void made.play().catch(() => undefined);
      wanted.current = false;
    });
    made.on('error', () => setBroken(true));
    return () => {
      unfollow();
      wave.current = null;
      setPlaying(false);
      setAt(0);
      made.destroy();
    };
  }, [seen, container, url, volume, startsAtOnce]);

  const toggle = useCallback(() => {
    if (wave.current) return void wave.current.playPause();
    wanted.current = true;
    see();
  }, [see]);
  const skip = useCallback((seconds: number) => wave.current?.skip(seconds), []);
  const playFrom = useCallback((seconds: number) => {
    wave.current?.setTime(seconds);
    void wave.current?.play();
  }, []);
  return { playing, at, broken, toggle, playFrom, skip };
}
