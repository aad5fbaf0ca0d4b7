import { Volume2 } from 'lucide-react';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { mediaPath } from '../../electron/contract/calls.ts';
import { takeSeconds } from '../../electron/recording/take.ts';
import { previewLine } from '../../electron/speaking/preview-lines.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { JobLine } from '../parts/queue/job-line.tsx';
import { Player } from '../parts/sound/player.tsx';
import { useMirror } from '../store.ts';
import { canSpeak } from './voice-words.ts';

/** How it sounds: the recording it was made of, and a short line of its own. */
export function VoiceSounds({ voice }: { readonly voice: Voice }) {
  return (
    <div className="voice-sounds">
      <SamplePreview voice={voice} />
      <VoicePreview voice={voice} />
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

/** A short line that the voice says: there once it was asked for. */
function VoicePreview({ voice }: { readonly voice: Voice }) {
  const line = previewLine(voice.language);
  const since = voice.history?.at(-1)?.until ?? 0;
  const servers = useMirror((snapshot) => snapshot.servers);
  const said = useMirror((snapshot) =>
    snapshot.auditions.findLast(
      ({ voiceId, text, createdAt, state }) =>
        voiceId === voice.id && text === line && createdAt >= since && state.status === 'kept',
    ),
  );
  const job = useMirror((snapshot) =>
    snapshot.jobs.findLast(
      ({ audition, voiceId, text, state }) =>
        audition &&
        voiceId === voice.id &&
        text === line &&
        state.status !== 'done' &&
        state.status !== 'canceled',
    ),
  );
  const act = useAct();
  if (said !== undefined)
    return (
      <div className="voice-sound">
        <span className="soft small">Voice</span>
        <Player
          url={mediaPath('auditions', said.id)}
          seconds={said.samples / said.sampleRate}
          about={`a line of ${voice.name}`}
        />
      </div>
    );
  if (job !== undefined) return <JobLine job={job} />;
  if (voice.state.status !== 'completed' || !canSpeak(voice, servers)) return null;
  const isFree = servers.find(({ id }) => id === voice.server)?.kind === 'local';
  return (
    <div className="voice-hear">
      <Button
        look="quiet"
        icon={<Volume2 size={16} aria-hidden="true" />}
        disabled={act.busy}
        title={isFree ? `“${line}”` : `“${line}” Costs as a short line does, once.`}
        onClick={() => void act.run(call('voice.preview', { voiceId: voice.id }))}
      >
        Hear it
      </Button>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </div>
  );
}
