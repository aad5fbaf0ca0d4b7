import { Pause, Play, SkipBack, SkipForward, X } from 'lucide-react';
import { type KeyboardEvent, useEffect } from 'react';
import type { TrackLine } from '../../../electron/speaking/batches/track.ts';
import { IconButton } from '../../parts/button.tsx';
import { PlaySpeedMenu } from '../../parts/sound/play-speed-menu.tsx';
import { clockWords } from '../../parts/time-words.ts';
import type { Listening } from './use-listening.ts';

interface BatchPlayerProps {
  readonly track: readonly TrackLine[];
  readonly listening: Listening;
  readonly about: string;
  onClose(): void;
}

/** A batch heard as a whole: what is said now, where it is, and how fast. */
export function BatchPlayer({ track, listening, about, onClose }: BatchPlayerProps) {
  const { playing, at, line, toggle, seek, step } = listening;
  const seconds = track.at(-1)?.to ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins once, when it is opened
  useEffect(() => seek(0), []);
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    // The window's Space records.
    event.preventDefault();
    event.stopPropagation();
    toggle();
  };
  return (
    <section className="batch-player" aria-label={`Listening to ${about}`}>
      <p className="cut batch-player-text">{line?.text ?? ''}</p>
      <div className="row">
        <IconButton label="The line before" onClick={() => step(-1)}>
          <SkipBack size={16} aria-hidden="true" />
        </IconButton>
        <IconButton className="player-button" label={playing ? 'Pause all' : 'Play all'} onClick={toggle}>
          {playing ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
        </IconButton>
        <IconButton label="The next line" onClick={() => step(1)}>
          <SkipForward size={16} aria-hidden="true" />
        </IconButton>
        <input
          type="range"
          className="batch-player-range"
          aria-label={`Position in ${about}`}
          min={0}
          max={Math.max(0.1, seconds)}
          step={0.1}
          value={Math.min(at, seconds)}
          aria-valuetext={`${clockWords(at)} of ${clockWords(seconds)}`}
          onChange={(event) => seek(Number(event.target.value))}
          onKeyDown={byKey}
        />
        <span className="player-time number">{`${clockWords(at)} / ${clockWords(seconds)}`}</span>
        <PlaySpeedMenu />
        <IconButton label="Stop listening" onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
    </section>
  );
}
