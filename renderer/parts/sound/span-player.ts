import { useCallback, useEffect, useRef, useState } from 'react';
import { soundAlone } from './one-player.ts';

/** A stretch of a sound, in seconds. */
export interface SoundSpan {
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

/** Plays one stretch at a time. */
export interface SpanPlayer {
  /** The key of what plays now; null while nothing does. */
  readonly playing: string | null;
  /** Plays the stretch, or stops it where it plays already. */
  toggle(key: string, span: SoundSpan): void;
  stop(): void;
}

/** How often it is looked whether the end of the stretch is reached, in milliseconds. */
const LOOK_MS = 15;

/** Plays stretches of sounds without drawing them; what played before is silenced, and everything when it goes. */
export function useSpanPlayer(): SpanPlayer {
  const [playing, setPlaying] = useState<string | null>(null);
  const audio = useRef<HTMLAudioElement | null>(null);
  const timer = useRef<ReturnType<typeof setInterval>>(undefined);

  const stop = useCallback(() => {
    clearInterval(timer.current);
    audio.current?.pause();
    audio.current = null;
    setPlaying(null);
  }, []);
  useEffect(() => stop, [stop]);

  const toggle = useCallback(
    (key: string, { url, from, to }: SoundSpan) => {
      const same = key === playing;
      stop();
      if (same) return;
      const sound = new Audio(url);
      audio.current = sound;
      sound.currentTime = from;
      sound.onended = stop;
      sound.onerror = stop;
      // Another player silences it by pausing it.
      sound.onpause = () => audio.current === sound && stop();
      timer.current = setInterval(() => sound.currentTime >= to && stop(), LOOK_MS);
      soundAlone(sound);
      setPlaying(key);
      void sound.play().catch(stop);
    },
    [playing, stop],
  );
  return { playing, toggle, stop };
}
