import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { mediaPath } from '../../../electron/contract/calls.ts';
import type { TrackLine } from '../../../electron/speaking/batches/track.ts';
import { soundAlone } from '../../parts/sound/one-player.ts';
import { usePlaySpeed } from '../../parts/sound/play-speed.ts';
import { trackIndexAt } from './track-rules.ts';

/** A whole batch being heard, line after line. */
export interface Listening {
  readonly playing: boolean;
  /** Seconds from the beginning of the whole. */
  readonly at: number;
  /** The line that is heard, or was last; null before the first. */
  readonly line: TrackLine | null;
  toggle(): void;
  /** Goes on from there, in seconds. */
  seek(seconds: number): void;
  /** To the line before or behind. */
  step(by: 1 | -1): void;
}

/** Plays the lines of a track one after the other, with their silences between them; another player silences it. */
export function useListening(track: readonly TrackLine[]): Listening {
  const [index, setIndex] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const audio = useRef<HTMLAudioElement | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const speed = usePlaySpeed();
  const now = useRef({ track, speed });
  now.current = { track, speed };

  const stop = useCallback(() => {
    clearTimeout(pause.current);
    pause.current = undefined;
    audio.current?.pause();
    setPlaying(false);
  }, []);

  /** The same for all lines: a line must not silence the next. */
  const sounding = useMemo(() => ({ pause: stop }), [stop]);
  const play = useCallback(
    (place: number, offset: number) => {
      stop();
      const line = now.current.track[place];
      if (line === undefined) return;
      const sound = new Audio(mediaPath('clips', line.clipId));
      audio.current = sound;
      sound.playbackRate = now.current.speed;
      sound.preservesPitch = true;
      sound.currentTime = offset;
      const isCurrent = () => audio.current === sound;
      sound.ontimeupdate = () => isCurrent() && setAt(line.from + sound.currentTime);
      // Its end pauses it, too: then the next line is on its way.
      sound.onpause = () => isCurrent() && !sound.ended && setPlaying(false);
      sound.onerror = () => isCurrent() && setPlaying(false);
      sound.onended = () => {
        const next = now.current.track[place + 1];
        if (!isCurrent() || next === undefined) return stop();
        const silence = ((next.from - line.to) * 1000) / now.current.speed;
        pause.current = setTimeout(() => play(place + 1, 0), Math.max(0, silence));
      };
      setIndex(place);
      setAt(line.from + offset);
      setPlaying(true);
      soundAlone(sounding);
      void sound.play().catch(() => setPlaying(false));
    },
    [stop, sounding],
  );
  useEffect(() => stop, [stop]);
  useEffect(() => {
    if (audio.current) audio.current.playbackRate = speed;
  }, [speed]);

  const seek = (seconds: number) => {
    const place = trackIndexAt(track, seconds);
    play(place, Math.max(0, seconds - (track[place]?.from ?? 0)));
  };
  return {
    ...{ playing, at, seek },
    line: index === null ? null : (track[index] ?? null),
    toggle() {
      if (playing) stop();
      else seek(at >= (track.at(-1)?.to ?? 0) - 0.05 ? 0 : at);
    },
    step: (by) => play(Math.max(0, Math.min(track.length - 1, (index ?? -1) + by)), 0),
  };
}
