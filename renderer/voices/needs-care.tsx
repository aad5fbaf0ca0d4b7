import { Clock3, RotateCcw, TriangleAlert } from 'lucide-react';
import { unusedFor } from '../../electron/cloning/voice/keep-alive.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { useNow } from '../parts/clock.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { serverNameOf, trainingPrice } from './voice-words.ts';

/** A voice that the server does not know any more, and how to have it again. */
export function GoneVoice({ voice }: { readonly voice: Voice }) {
  const { recordAgain } = useWindowState();
  const servers = useMirror((snapshot) => snapshot.servers);
  const takes = useMirror((snapshot) => snapshot.takes);
  const act = useAct();
  const kept = new Set(takes.filter(({ state }) => state.status === 'kept').map(({ id }) => id));
  const hasSample = voice.takeIds.length > 0 && voice.takeIds.every((id) => kept.has(id));
  return (
    <div className="care" data-tone="fail">
      <TriangleAlert size={18} aria-hidden="true" />
      <div className="care-words">
        <p className="care-title">{serverNameOf(voice.server, servers)} does not know this voice any more.</p>
        <p>
          {hasSample
            ? `Its recording is here, so it can be made again: ${trainingPrice(voice, servers)}. Name, tags and note stay.`
            : 'There is no recording of it here. Record again to have it back under its name.'}
        </p>
        <div className="row">
          {hasSample ? (
            <Button
              look="primary"
              icon={<RotateCcw size={16} aria-hidden="true" />}
              disabled={act.busy}
              onClick={() => void act.run(call('voice.rebuild', { voiceId: voice.id }))}
            >
              Make it again
            </Button>
          ) : (
            <Button onClick={() => recordAgain(voice)}>Record again</Button>
          )}
        </div>
        {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      </div>
    </div>
  );
}

/** A voice that its engine deletes when nobody uses it, shortly before. */
export function UnusedVoice({ voice }: { readonly voice: Voice }) {
  const now = useNow(false);
  const act = useAct();
  const asked = useMirror((snapshot) =>
    snapshot.jobs.some(
      (job) => job.audition && job.voiceId === voice.id && ['waiting', 'running'].includes(job.state.status),
    ),
  );
  const unused = unusedFor(voice, now);
  if (unused === undefined) return null;
  return (
    <div className="care" data-tone="warn">
      <Clock3 size={18} aria-hidden="true" />
      <div className="care-words">
        <p>{unusedWords(unused.daysLeft)}</p>
        <div className="row">
          <Button
            disabled={act.busy || asked}
            onClick={() => void act.run(call('voice.keepAlive', { voiceId: voice.id }))}
          >
            {asked ? 'Saying today’s date…' : 'Have it say today’s date'}
          </Button>
          <p className="soft small">Costs as a short line does.</p>
        </div>
        {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      </div>
    </div>
  );
}

function unusedWords(daysLeft: number): string {
  const rule = 'MiniMax deletes a voice that was not used for 7 days; it may be so here too.';
  if (daysLeft === 0) return `${rule} This one may be gone soon, or already.`;
  return `${rule} This one has ${daysLeft === 1 ? '1 day' : `${daysLeft} days`} left.`;
}
