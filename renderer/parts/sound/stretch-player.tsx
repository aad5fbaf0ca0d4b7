import { Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../button.tsx';
import { soundAlone } from './one-player.ts';

interface StretchPlayerProps {
  readonly url: string;
  /** Seconds into the sound. */
  readonly from: number;
  readonly to: number;
  readonly about: string;
}

/** Play or pause for a stretch of a sound, without a waveform. */
export function StretchPlayer({ url, from, to, about }: StretchPlayerProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  useEffect(() => () => audio.current?.pause(), []);
  const toggle = () => {
    const sound = audio.current;
    if (sound === null) return;
    if (!sound.paused) return sound.pause();
    soundAlone(sound);
    sound.currentTime = from;
    void sound.play().catch(() => setPlaying(false));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: a person's own words, which are written beside it */}
      <audio
        ref={audio}
        src={url}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={({ currentTarget }) => {
          if (currentTarget.currentTime >= to) currentTarget.pause();
        }}
      />
      <IconButton label={playing ? `Pause ${about}` : `Play ${about}`} onClick={toggle}>
        {playing ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
      </IconButton>
    </>
  );
}
