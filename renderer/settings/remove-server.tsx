import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ServerView } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { useEscapeKey } from '../parts/escape-key.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { useMirror } from '../store.ts';

/** Asks once: the token is forgotten, and the voices there wait until the server is added again. */
export function RemoveServer({ server, onDone }: { readonly server: ServerView; onDone(): void }) {
  const count = useMirror(({ voices }) => voices.filter((voice) => voice.server === server.id).length);
  const keep = useRef<HTMLButtonElement>(null);
  const act = useAct();
  useEffect(() => keep.current?.focus(), []);
  useEscapeKey(onDone);
  const voices =
    count === 0
      ? ''
      : ` ${count === 1 ? 'One voice lives' : `${count} voices live`} there; they stay in your library and can speak again when you add it back.`;
  return (
    <section className="delete" aria-label={`Remove ${server.name}`}>
      <p>
        Remove “{server.name}” and forget its token?{voices}
      </p>
      <div className="row">
        <Button
          look="danger"
          icon={<Trash2 size={16} aria-hidden="true" />}
          disabled={act.busy}
          onClick={() => void act.run(call('server.remove', { serverId: server.id }))}
        >
          Remove
        </Button>
        <Button look="quiet" ref={keep} onClick={onDone}>
          Keep it
        </Button>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </section>
  );
}
