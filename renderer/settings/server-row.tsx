import { KeyRound, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ServerView } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { ServerState } from '../parts/server-state.tsx';
import { ChangeServerForm } from './change-server-form.tsx';
import { PretendCredits } from './pretend-credits.tsx';
import { RemoveServer } from './remove-server.tsx';
import { tokenWords } from './server-words.ts';

interface ServerRowProps {
  readonly server: ServerView;
  readonly isChosen: boolean;
}

/** One server: whether it makes the new voices, whether it answers, what it has of credits. */
export function ServerRow({ server, isChosen }: ServerRowProps) {
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const [checking, setChecking] = useState(false);
  const act = useAct();
  const check = () => {
    setChecking(true);
    void call('server.check', { serverId: server.id }).finally(() => setChecking(false));
  };
  const isFixed = server.kind === 'local' || server.token === 'environment';
  return (
    <li className="server" aria-label={server.name}>
      <label className="server-choice">
        <input
          type="radio"
          name="server"
          checked={isChosen}
          onChange={() => void act.run(call('server.choose', { serverId: server.id }))}
        />
        <span className="server-name cut">{server.name}</span>
      </label>
      <div className="server-words">
        {server.url === '' ? null : <p className="soft small path">{server.url}</p>}
        <p className="row small" aria-live="polite">
          {checking ? 'asking…' : <ServerState server={server} />}
        </p>
        <p className="soft small">{tokenWords(server)}</p>
      </div>
      <div className="row server-buttons">
        <Button
          icon={<RefreshCw size={16} aria-hidden="true" />}
          aria-label={`Check ${server.name}`}
          disabled={checking}
          onClick={check}
        >
          Check
        </Button>
        {isFixed ? null : (
          <>
            <Button
              icon={<KeyRound size={16} aria-hidden="true" />}
              aria-label={`Change ${server.name}`}
              onClick={() => setOpen('change')}
            >
              Change
            </Button>
            <Button
              look="quiet"
              icon={<Trash2 size={16} aria-hidden="true" />}
              aria-label={`Remove ${server.name}`}
              onClick={() => setOpen('remove')}
            >
              Remove
            </Button>
          </>
        )}
      </div>
      {server.kind === 'local' ? <PretendCredits server={server} /> : null}
      {server.reach.is === 'unreachable' && open === null ? (
        <FaultPanel fault={server.reach.fault} still />
      ) : null}
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      {open === 'change' ? <ChangeServerForm server={server} onDone={() => setOpen(null)} /> : null}
      {open === 'remove' ? <RemoveServer server={server} onDone={() => setOpen(null)} /> : null}
    </li>
  );
}
