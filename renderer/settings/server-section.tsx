import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { call } from '../bridge.ts';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { ServerState } from '../parts/server-state.tsx';
import { useMirror } from '../store.ts';
import { Section } from './section.tsx';

/** The server in use, whether it answers, and how another is given. */
export function ServerSection() {
  const server = useMirror((snapshot) => snapshot.server);
  const [checking, setChecking] = useState(false);
  const check = () => {
    setChecking(true);
    void call('server.check', null).finally(() => setChecking(false));
  };
  return (
    <Section name="Server">
      <div className="row">
        <div className="server-words">
          <p className="server-name">{server.name}</p>
          <p className="soft small path">{server.url}</p>
          <p className="row small" aria-live="polite">
            {checking ? 'asking…' : <ServerState server={server} />}
          </p>
        </div>
        <Button
          className="push"
          icon={<RefreshCw size={16} aria-hidden="true" />}
          disabled={checking}
          onClick={check}
        >
          Check
        </Button>
      </div>
      {server.reach.is === 'unreachable' ? <FaultPanel fault={server.reach.fault} still /> : null}
      <p className="field-note">
        To use your A2E account, set TIMBRE_SERVER_URL and TIMBRE_TOKEN before you start Timbre. Your voices
        stay with the server they were made on.
      </p>
    </Section>
  );
}

/** What speaks when no account is used. */
export function StockSection() {
  return (
    <Section name="On this computer">
      <p>Timbre can speak without any account or network, with stock voices that come with it.</p>
      <p className="field-note">
        They are not clones: what you hear is not your voice. Everything they say is marked “stock voice”, so
        that you can try it all first and clone later. Your recordings are kept and can be used for a real
        clone.
      </p>
    </Section>
  );
}
