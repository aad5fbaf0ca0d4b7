import { X } from 'lucide-react';
import type { Ref } from 'react';
import { mediaPath } from '../../../electron/contract/calls.ts';
import type { Clip } from '../../../electron/speaking/clip.ts';
import { IconButton } from '../../parts/button.tsx';
import { Player, type PlayerControl } from '../../parts/sound/player.tsx';
import { SpokenText } from '../../parts/spoken-text.tsx';
import { useSentences } from '../use-sentences.ts';

interface NowPlayingProps {
  readonly clip: Clip;
  readonly control: { readonly current: PlayerControl | null } & Ref<PlayerControl>;
  onPlaying(playing: boolean): void;
  onClose(): void;
}

/** The clip that is heard, at the foot of the list: its words, its waveform, its speed. */
export function NowPlaying({ clip, control, onPlaying, onClose }: NowPlayingProps) {
  const { times, heard, onHeard } = useSentences(clip.id);
  return (
    <section className="now-playing" aria-label="Playing">
      <div className="row">
        <p className="now-text">
          <SpokenText
            text={clip.text}
            times={times}
            heard={heard}
            onJump={(seconds) => control.current?.playFrom(seconds)}
          />
        </p>
        <IconButton label="Close the player" onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <Player
        url={mediaPath('clips', clip.id)}
        seconds={clip.samples / clip.sampleRate}
        about="the clip"
        control={control}
        startsAtOnce
        onHeard={(at, playing) => {
          onHeard(at, playing);
          onPlaying(playing);
        }}
      />
    </section>
  );
}
