import { type FormEvent, useRef, useState } from 'react';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { useEscapeKey } from '../parts/escape-key.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { Segments } from '../parts/segments.tsx';
import { A2E_ADDRESSES, mayBeKeptUntested } from './server-words.ts';
import { readServerForm, TokenFields } from './token-fields.tsx';

type Which = keyof typeof A2E_ADDRESSES | 'other';

const OPTIONS: readonly { readonly value: Which; readonly words: string }[] = [
  { value: 'a2e', words: A2E_ADDRESSES.a2e.words },
  { value: 'china', words: A2E_ADDRESSES.china.words },
  { value: 'other', words: 'Another address' },
];

/** A new server: which, its token; tested before it is kept. */
export function AddServerForm({ onDone }: { onDone(): void }) {
  const [which, setWhich] = useState<Which>('a2e');
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  useEscapeKey(onDone);
  const save = async (untested: boolean) => {
    if (form.current === null || act.busy) return;
    const read = readServerForm(form.current);
    const { name, url } = which === 'other' ? read : A2E_ADDRESSES[which];
    if ((await act.run(call('server.add', { ...read, name, url, untested }))) !== undefined) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };
  return (
    <form ref={form} className="card server-form" aria-label="Add a server" onSubmit={submit}>
      <Segments<Which>
        legend="Which"
        name="which-server"
        value={which}
        options={OPTIONS}
        onChoose={setWhich}
      />
      {which === 'other' ? <OtherAddress mustAllow={act.fault?.code === 'server-unencrypted'} /> : null}
      <TokenFields label="Token" required />
      {act.fault === null ? null : (
        <FaultPanel fault={act.fault}>
          {mayBeKeptUntested(act.fault) ? (
            <Button onClick={() => void save(true)}>Keep it without a test</Button>
          ) : null}
        </FaultPanel>
      )}
      <div className="row">
        <Button look="primary" type="submit" disabled={act.busy}>
          {act.busy ? 'Testing…' : 'Test and add'}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Not now
        </Button>
      </div>
    </form>
  );
}

/** A server of one's own. Plain http to another machine is a choice that is asked for where it is needed. */
function OtherAddress({ mustAllow }: { readonly mustAllow: boolean }) {
  return (
    <>
      <div className="make-pair">
        <div className="field">
          <label htmlFor="server-url">Address</label>
          <input
            id="server-url"
            name="url"
            className="input"
            autoComplete="off"
            spellCheck={false}
            required
            placeholder="https://…"
          />
        </div>
        <div className="field">
          <label htmlFor="server-name">Name</label>
          <input
            id="server-name"
            name="name"
            className="input"
            autoComplete="off"
            maxLength={60}
            placeholder="As you like to call it"
          />
        </div>
      </div>
      {mustAllow ? (
        <label className="make-consent">
          <input name="allowUnencrypted" type="checkbox" />I know that the token and my recordings travel
          there unencrypted
        </label>
      ) : null}
    </>
  );
}
