import { Pause, Play } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { IconButton } from '../button.tsx';
import { clockWords } from '../time-words.ts';
import { PlaySpeedMenu } from './play-speed-menu.tsx';
import { type Playback, usePlayback } from './use-playback.ts';

interface PlayerProps {
  readonly url: string;
  /** Length as the main process knows it. */
  readonly seconds: number;
  /** What sounds, for those who cannot see the waveform. */
  readonly about: string;
  readonly size?: 'small' | 'large';
  /** The waveform, where it is known. */
  readonly points?: Float32Array | undefined;
  /** Stretches to be seen on the waveform, in seconds. */
  readonly marks?: readonly { readonly from: number; readonly to: number }[] | undefined;
  readonly markTone?: 'warn' | 'fail';
  /** 0…1: how far it is turned down; default 1. */
  readonly volume?: number;
  /** Told where it is, in seconds, and whether it plays. */
  readonly onHeard?: (at: number, playing: boolean) => void;
  /** Where it can be told to play from elsewhere. */
  readonly control?: Ref<PlayerControl>;
  /** It plays as soon as it is there. */
  readonly startsAtOnce?: boolean;
}

/** What can be asked of a player from outside. */
export type PlayerControl = Pick<Playback, 'toggle' | 'playFrom'>;

/** Play or pause, the waveform to click or drag on, and the time. */
export function Player(props: PlayerProps) {
  const { url, seconds, about, size = 'small', points, marks = [], markTone = 'warn', volume } = props;
  const { onHeard, control, startsAtOnce } = props;
  const container = useRef<HTMLDivElement>(null);
  const playback = usePlayback(container, {
    ...{ url, volume, startsAtOnce },
    drawn: points && { points, seconds },
  });
  const { at, playing, toggle, playFrom } = playback;
  useImperativeHandle(control, () => ({ toggle, playFrom }), [toggle, playFrom]);
  useEffect(() => onHeard?.(at, playing), [onHeard, at, playing]);
  return (
    <div className={`player player-${size}`}>
      <IconButton
        className="player-button"
        label={playback.playing ? 'Pause' : 'Play'}
        onClick={playback.toggle}
        disabled={playback.broken}
      >
        {playback.playing ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
      </IconButton>
      <div
        ref={container}
        className="wave player-wave"
        role="slider"
        tabIndex={playback.broken ? -1 : 0}
        aria-label={`Position in ${about}`}
        aria-valuemin={0}
        aria-valuemax={Math.round(seconds * 10) / 10}
        aria-valuenow={Math.round(playback.at * 10) / 10}
        aria-valuetext={`${clockWords(playback.at)} of ${clockWords(seconds)}`}
        onKeyDown={(event) => moveByKey(event, playback)}
      >
        {marks.map(({ from, to }) => (
          <WaveMark key={from} left={from / seconds} right={1 - to / seconds} tone={markTone} />
        ))}
      </div>
      <span className="player-time number">
        {playback.broken ? 'cannot be played' : `${clockWords(playback.at)} / ${clockWords(seconds)}`}
      </span>
      <PlaySpeedMenu />
    </div>
  );
}

/** A stretch of the waveform that something is said of; `left` and `right` are shares of the width. */
function WaveMark({ left, right, tone }: { left: number; right: number; tone: 'warn' | 'fail' }) {
  const inset = `0 ${Math.max(0, right) * 100}% 0 ${Math.max(0, left) * 100}%`;
  return <span className="wave-mark" data-tone={tone} style={{ inset }} aria-hidden="true" />;
}

/** Space plays and pauses; the window's Space, which records, does not hear of it. */
function moveByKey(event: KeyboardEvent, { skip, toggle }: Playback): void {
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 }[
    event.key
  ];
  if (step === undefined && event.key !== ' ') return;
  event.preventDefault();
  event.stopPropagation();
  if (step === undefined) toggle();
  else skip(step);
}
