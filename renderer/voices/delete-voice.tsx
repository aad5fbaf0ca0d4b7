import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Voice } from '../../electron/cloning/voice.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { useEscapeKey } from '../parts/escape-key.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';

interface DeleteVoiceProps {
  readonly voice: Voice;
  readonly serverName: string;
  onDone(): void;
}

/** Asks once, in the card: a voice that the server deleted cannot be brought back. */
export function DeleteVoice({ voice, serverName, onDone }: DeleteVoiceProps) {
  const act = useAct();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  useEscapeKey(onDone);
  return (
    <section className="delete" aria-label={`Delete ${voice.name}`}>
      <p>
        Delete “{voice.name}” here and on {serverName}? The clone cannot be brought back. Your recordings
        stay.
      </p>
      <div className="row">
        <Button
          look="danger"
          icon={<Trash2 size={16} aria-hidden="true" />}
          disabled={act.busy}
          onClick={() => void act.run(call('voice.remove', { voiceId: voice.id, where: 'everywhere' }))}
        >
          Delete
        </Button>
        <Button look="quiet" ref={keep} onClick={onDone}>
          Keep it
        </Button>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </section>
  );
}
