import { useState } from 'react';
import { call } from '../bridge.ts';
import { Segments } from '../parts/segments.tsx';
import { ServerForm } from './server-form.tsx';
import { A2E_ADDRESSES } from './server-words.ts';
import { TokenFields } from './token-fields.tsx';

type Which = keyof typeof A2E_ADDRESSES | 'other';

const OPTIONS: readonly { readonly value: Which; readonly words: string }[] = [
  { value: 'a2e', words: A2E_ADDRESSES.a2e.words },
  { value: 'china', words: A2E_ADDRESSES.china.words },
  { value: 'other', words: 'Another address' },
];

/** A new server: which, its token; tested before it is kept. */
export function AddServerForm({ onDone }: { onDone(): void }) {
  const [which, setWhich] = useState<Which>('a2e');
  return (
    <ServerForm
      about="Add a server"
      words="Test and add"
      onDone={onDone}
      send={(read, untested) => {
        const { name, url } = which === 'other' ? read : A2E_ADDRESSES[which];
        return call('server.add', { ...read, name, url, untested });
      }}
    >
      {(fault) => (
        <>
          <Segments<Which>
            legend="Which"
            name="which-server"
            value={which}
            options={OPTIONS}
            onChoose={setWhich}
          />
          {which === 'other' ? <OtherAddress mustAllow={fault?.code === 'server-unencrypted'} /> : null}
          <TokenFields label="Token" required />
        </>
      )}
    </ServerForm>
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
