import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { useEscapeKey } from '../parts/escape-key.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { SaveOrCancel } from '../parts/save-or-cancel.tsx';

/** The name as a field, in the place of the name. */
export function RenameVoice({ voice, onDone }: { readonly voice: Voice; onDone(): void }) {
  const [name, setName] = useState(voice.name);
  const act = useAct();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  useEscapeKey(onDone);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const renamed = await act.run(call('voice.rename', { voiceId: voice.id, name: name.trim() }));
    if (renamed !== undefined) onDone();
  };
  return (
    <form className="rename" onSubmit={(event) => void save(event)}>
      <div className="row">
        <input
          className="input"
          aria-label="Name"
          value={name}
          maxLength={60}
          spellCheck={false}
          ref={input}
          onChange={(event) => setName(event.target.value)}
        />
        <SaveOrCancel disabled={name.trim() === '' || act.busy} onCancel={onDone} />
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </form>
  );
}
