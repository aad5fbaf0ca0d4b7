import { Volume2 } from 'lucide-react';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { mediaPath } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { JobLine } from '../parts/queue/job-line.tsx';
import { Player } from '../parts/sound/player.tsx';
import { useMirror } from '../store.ts';
import { canSpeak } from './voice-words.ts';

interface HearLineProps {
  readonly voice: Voice;
  readonly line: string;
  /** Stands before the sound. */
  readonly name?: string;
  /** For the player: what is heard. */
  readonly about: string;
  /** The line is words of a person rather than the short line of this language. */
  readonly isWord?: boolean;
}

/** A line that a voice says only to be heard: there once it was asked for. */
export function HearLine({ voice, line, name, about, isWord = false }: HearLineProps) {
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
        {name === undefined ? null : <span className="soft small">{name}</span>}
        <Player
          url={mediaPath('auditions', said.id)}
          seconds={said.samples / said.sampleRate}
          about={about}
        />
      </div>
    );
  if (job !== undefined) return <JobLine job={job} />;
  if (voice.state.status !== 'completed' || !canSpeak(voice, servers)) return null;
  const isFree = servers.find(({ id }) => id === voice.server)?.kind === 'local';
  const ask = { voiceId: voice.id, ...(isWord && { words: line }) };
  return (
    <div className="voice-hear">
      <Button
        look="quiet"
        icon={<Volume2 size={16} aria-hidden="true" />}
        disabled={act.busy}
        title={isFree ? `“${line}”` : `“${line}” Costs as a short line does, once.`}
        onClick={() => void act.run(call('voice.preview', ask))}
      >
        Hear it
      </Button>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </div>
  );
}
