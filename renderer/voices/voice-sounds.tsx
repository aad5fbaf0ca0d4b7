import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { mediaPath } from '../../electron/contract/calls.ts';
import { takeSeconds } from '../../electron/recording/take.ts';
import { previewLine } from '../../electron/speaking/preview-lines.ts';
import { Player } from '../parts/sound/player.tsx';
import { useMirror } from '../store.ts';
import { HearLine } from './hear-line.tsx';

/** How it sounds: the recording it was made of, and a short line of its own. */
export function VoiceSounds({ voice }: { readonly voice: Voice }) {
  return (
    <div className="voice-sounds">
      <SamplePreview voice={voice} />
      <HearLine
        voice={voice}
        line={previewLine(voice.language)}
        name="Voice"
        about={`a line of ${voice.name}`}
      />
    </div>
  );
}

/** The first recording it was made of. */
function SamplePreview({ voice }: { readonly voice: Voice }) {
  const take = useMirror((snapshot) => snapshot.takes.find((one) => one.id === voice.takeIds[0]));
  if (voice.takeIds.length === 0) return <p className="soft small voice-silent">{withoutRecording(voice)}</p>;
  if (take === undefined || take.state.status !== 'kept')
    return <p className="soft small voice-silent">Its recording is not here any more.</p>;
  return (
    <div className="voice-sound">
      <span className="soft small">Recording</span>
      <Player
        url={mediaPath('takes', take.id)}
        seconds={takeSeconds(take)}
        about={`the recording of ${voice.name}`}
      />
    </div>
  );
}

function withoutRecording({ origin }: Voice): string {
  if (origin?.is === 'public') return 'A voice of the server itself: nobody’s clone of yours.';
  return 'Made elsewhere: there is no recording of it here.';
}
