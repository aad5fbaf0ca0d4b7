import { CircleCheck, CircleHelp, CircleX, Hourglass, Unplug } from 'lucide-react';
import { memo, useState } from 'react';
import { isAtRest } from '../../electron/cloning/voice/remade-voice.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { Badge, StockBadge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { useNow } from '../parts/clock.ts';
import { FailedJob } from '../parts/queue/job-line.tsx';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { DeleteVoice } from './delete-voice.tsx';
import { DescribeVoice } from './describe-voice.tsx';
import { MannerForm } from './manner/manner-form.tsx';
import { GoneVoice, UnusedVoice } from './needs-care.tsx';
import { RenameVoice } from './rename-voice.tsx';
import { type Doing, VoiceMenu } from './voice-menu.tsx';
import { VoiceSounds } from './voice-sounds.tsx';
import { VoiceStages } from './voice-stages.tsx';
import { canSpeak, serverNameOf, voiceFacts, voiceProgressWords } from './voice-words.ts';

/** One voice: what it is, how far it is, how it sounds, and what one can do with it. Drawn anew only where it changed. */
export const VoiceCard = memo(function VoiceCard({ voice }: { readonly voice: Voice }) {
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
      <VoiceFacts voice={voice} />
      <VoiceProgress voice={voice} />
      {voice.note === undefined || voice.note === '' || doing === 'describing' ? null : (
        <p className="small voice-note">{voice.note}</p>
      )}
      {doing === 'describing' ? <DescribeVoice voice={voice} onDone={done} /> : null}
      {doing === 'speaking' ? <MannerForm voice={voice} onDone={done} /> : null}
      <VoiceSounds voice={voice} />
      <UnusedVoice voice={voice} />
      {voice.state.status === 'gone' ? <GoneVoice voice={voice} /> : null}
      {voice.state.status === 'failed' ? <FailedJob jobId={voice.jobId} fault={voice.state.fault} /> : null}
      {doing === 'deleting' ? (
        <DeleteVoice voice={voice} serverName={serverNameOf(voice.server, servers)} onDone={done} />
      ) : null}
    </article>
  );
});

function VoiceTitle({ voice, onDoing }: { readonly voice: Voice; onDoing(doing: Doing): void }) {
  const { go, setSpeechDraft } = useWindowState();
  const servers = useMirror((snapshot) => snapshot.servers);
  const speak = () => {
    setSpeechDraft((draft) => ({ ...draft, voiceId: voice.id }));
    go('speak');
  };
  const stock = voice.state.status === 'completed' ? voice.state.stock : undefined;
  return (
    <>
      <h2 className="voice-name">{voice.name}</h2>
      {stock === undefined ? null : <StockBadge stock={stock} />}
      <div className="row push">
        {canSpeak(voice, servers) ? <Button onClick={speak}>Speak with it</Button> : null}
        <VoiceMenu voice={voice} onDoing={onDoing} />
      </div>
    </>
  );
}

function VoiceFacts({ voice }: { readonly voice: Voice }) {
  const servers = useMirror((snapshot) => snapshot.servers);
  return (
    <p className="soft small voice-facts">
      {voiceFacts(voice, servers)}
      {(voice.tags ?? []).map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </p>
  );
}

/** The state in words and, until the voice is ready, its stages; the line keeps its height. */
function VoiceProgress({ voice }: { readonly voice: Voice }) {
  const job = useMirror((snapshot) => snapshot.jobs.find((one) => one.id === voice.jobId));
  const servers = useMirror((snapshot) => snapshot.servers);
  const upload = useMirror(({ uploads }) => uploads.find(({ id }) => id === job?.upload || id === job?.id));
  const now = useNow(!isAtRest(voice));
  const { status } = voice.state;
  const shown = status === 'completed' && !canSpeak(voice, servers) ? 'elsewhere' : status;
  return (
    <div className="voice-progress">
      <p className="voice-state number" data-status={shown}>
        <StateIcon status={shown} />
        {voiceProgressWords({ voice, job, upload, servers, now })}
      </p>
      {isAtRest(voice) ? null : <VoiceStages state={voice.state} />}
    </div>
  );
}

function StateIcon({ status }: { readonly status: Voice['state']['status'] | 'elsewhere' }) {
  if (status === 'elsewhere') return <Unplug size={16} aria-hidden="true" />;
  if (status === 'completed') return <CircleCheck size={16} aria-hidden="true" />;
  if (status === 'failed') return <CircleX size={16} aria-hidden="true" />;
  if (status === 'gone') return <CircleHelp size={16} aria-hidden="true" />;
  return <Hourglass size={16} aria-hidden="true" />;
}
