import { mediaPath } from '../../electron/contract/calls.ts';
import { type Take, takeSeconds } from '../../electron/recording/take.ts';
import { useEquipment, useRecorderState } from '../equipment.tsx';
import { LevelMeter } from '../parts/level-meter.tsx';
import { LiveWaveform } from '../parts/live-waveform.tsx';
import { Player } from '../parts/player.tsx';

/** Under the ring: the level and the live waveform while recording, the player of the newest chosen take after. */
export function SoundStrip({ latest }: { readonly latest: Take | undefined }) {
  const { recorder } = useEquipment();
  const { is } = useRecorderState();
  const live = is === 'recording' || is === 'starting' || is === 'stopping';
  return (
    <div className="strip">
      {live ? <LevelMeter running={is === 'recording'} read={() => recorder.level()} /> : null}
      <div className="strip-sound">
        {live ? (
          <LiveWaveform running={is === 'recording'} peaks={() => recorder.peaks()} />
        ) : (
          <Kept take={latest} />
        )}
      </div>
    </div>
  );
}

function Kept({ take }: { readonly take: Take | undefined }) {
  const { recorder } = useEquipment();
  if (take === undefined) return <div className="strip-flat" aria-hidden="true" />;
  const { takeId, values, count } = recorder.peaks();
  return (
    <Player
      key={take.id}
      url={mediaPath('takes', take.id)}
      seconds={takeSeconds(take)}
      about="your recording"
      size="large"
      points={takeId === take.id ? values.slice(0, count) : undefined}
    />
  );
}
