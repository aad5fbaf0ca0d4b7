import { CircleCheck, CircleX, Hourglass, Pencil, Trash2, Unplug } from 'lucide-react';
import { useState } from 'react';
import { isAtRest } from '../../electron/cloning/remade-voice.ts';
import type { Voice } from '../../electron/cloning/voice.ts';
import { mediaPath } from '../../electron/contract/calls.ts';
import { takeSeconds } from '../../electron/recording/take.ts';
import { StockBadge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { useNow } from '../parts/clock.ts';
import { FailedJob } from '../parts/job-line.tsx';
import { MoreMenu } from '../parts/more-menu.tsx';
import { Player } from '../parts/player.tsx';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { DeleteVoice } from './delete-voice.tsx';
import { RenameVoice } from './rename-voice.tsx';
import { VoiceStages } from './voice-stages.tsx';
import { canSpeak, serverNameOf, voiceFacts, voiceProgressWords } from './voice-words.ts';

type Doing = 'nothing' | 'renaming' | 'deleting';

/** One voice: what it is, how far it is, the recording it was made of, and what one can do with it. */
export function VoiceCard({ voice }: { readonly voice: Voice }) {
  const servers = useMirror((snapshot) => snapshot.servers);
  const [doing, setDoing] = useState<Doing>('nothing');
  const done = () => setDoing('nothing');
  return (
    <article className="card voice" aria-label={voice.name}>
      <div className="row voice-head">
        {doing === 'renaming' ? (
          <RenameVoice voice={voice} onDone={done} />
        ) : (
          <VoiceTitle voice={voice} onDoing={setDoing} />
        )}
      </div>
      <p className="soft small">{voiceFacts(voice, servers)}</p>
      <VoiceProgress voice={voice} />
      <SamplePreview voice={voice} />
      {voice.state.status === 'failed' ? <FailedJob jobId={voice.jobId} fault={voice.state.fault} /> : null}
      {doing === 'deleting' ? (
        <DeleteVoice voice={voice} serverName={serverNameOf(voice.server, servers)} onDone={done} />
      ) : null}
    </article>
  );
}

function VoiceTitle({ voice, onDoing }: { readonly voice: Voice; onDoing(doing: Doing): void }) {
  const { go, setSpeechDraft } = useWindowState();
  const servers = useMirror((snapshot) => snapshot.servers);
  const speak = () => {
    setSpeechDraft((draft) => ({ ...draft, voiceId: voice.id }));
    go('speak');
  };
  const stock = voice.state.status === 'completed' ? voice.state.stock : undefined;
  const actions = [
    { words: 'Rename', icon: <Pencil size={16} />, run: () => onDoing('renaming') },
    { words: 'Delete…', icon: <Trash2 size={16} />, danger: true, run: () => onDoing('deleting') },
  ];
  return (
    <>
      <h2 className="voice-name">{voice.name}</h2>
      {stock === undefined ? null : <StockBadge stock={stock} />}
      <div className="row push">
        {canSpeak(voice, servers) ? <Button onClick={speak}>Speak with it</Button> : null}
        <MoreMenu actions={actions} about={voice.name} />
      </div>
    </>
  );
}

/** The state in words and, until the voice is ready, its stages; the line keeps its height. */
function VoiceProgress({ voice }: { readonly voice: Voice }) {
  const job = useMirror((snapshot) => snapshot.jobs.find((one) => one.id === voice.jobId));
  const servers = useMirror((snapshot) => snapshot.servers);
  const now = useNow(!isAtRest(voice));
  const status =
    voice.state.status === 'failed' || canSpeak(voice, servers) ? voice.state.status : 'elsewhere';
  return (
    <div className="voice-progress">
      <p className="voice-state number" data-status={status}>
        <StateIcon status={status} />
        {voiceProgressWords({ voice, job, servers, now })}
      </p>
      {isAtRest(voice) ? null : <VoiceStages state={voice.state} />}
    </div>
  );
}

function StateIcon({ status }: { readonly status: Voice['state']['status'] | 'elsewhere' }) {
  if (status === 'elsewhere') return <Unplug size={16} aria-hidden="true" />;
  if (status === 'completed') return <CircleCheck size={16} aria-hidden="true" />;
  if (status === 'failed') return <CircleX size={16} aria-hidden="true" />;
  return <Hourglass size={16} aria-hidden="true" />;
}

/** The first recording it was made of. */
function SamplePreview({ voice }: { readonly voice: Voice }) {
  const take = useMirror((snapshot) => snapshot.takes.find((one) => one.id === voice.takeIds[0]));
  if (take === undefined || take.state.status !== 'kept')
    return <p className="soft small voice-gone">Its recording is not here any more.</p>;
  return (
    <Player
      url={mediaPath('takes', take.id)}
      seconds={takeSeconds(take)}
      about={`the recording of ${voice.name}`}
    />
  );
}
