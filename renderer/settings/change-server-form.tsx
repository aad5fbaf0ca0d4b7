import { type FormEvent, useRef } from 'react';
import type { ServerView } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { useEscapeKey } from '../parts/escape-key.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { mayBeKeptUntested } from './server-words.ts';
import { readServerForm, TokenFields } from './token-fields.tsx';

/** Another name or a new token. The address stays: it is what voices are known by. */
export function ChangeServerForm({ server, onDone }: { readonly server: ServerView; onDone(): void }) {
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  useEscapeKey(onDone);
  const save = async (untested: boolean) => {
    if (form.current === null || act.busy) return;
    const { name, token, keepPlain } = readServerForm(form.current);
    const change = { serverId: server.id, name, keepPlain, untested, ...(token.trim() !== '' && { token }) };
    if ((await act.run(call('server.change', change))) !== undefined) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };
  return (
    <form ref={form} className="card server-form" aria-label={`Change ${server.name}`} onSubmit={submit}>
      <div className="field">
        <label htmlFor="changed-name">Name</label>
        <input
          id="changed-name"
          name="name"
          className="input"
          defaultValue={server.name}
          maxLength={60}
          autoComplete="off"
          required
        />
      </div>
      <TokenFields label="New token, or empty to keep the one there is" required={false} />
      {act.fault === null ? null : (
        <FaultPanel fault={act.fault}>
          {mayBeKeptUntested(act.fault) ? (
            <Button onClick={() => void save(true)}>Keep it without a test</Button>
          ) : null}
        </FaultPanel>
      )}
      <div className="row">
        <Button look="primary" type="submit" disabled={act.busy}>
          {act.busy ? 'Testing…' : 'Save'}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Not now
        </Button>
      </div>
    </form>
  );
}
