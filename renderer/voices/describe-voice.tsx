import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { useEscapeKey } from '../parts/escape-key.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { SaveOrCancel } from '../parts/save-or-cancel.tsx';

/** Tags and a note, in the card. */
export function DescribeVoice({ voice, onDone }: { readonly voice: Voice; onDone(): void }) {
  const [tags, setTags] = useState((voice.tags ?? []).join(', '));
  const [note, setNote] = useState(voice.note ?? '');
  const act = useAct();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEscapeKey(onDone);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const words = { note, tags: tags.split(/[,\n]/) };
    const saved = await act.run(call('voice.describe', { voiceId: voice.id, ...words }));
    if (saved !== undefined) onDone();
  };
  return (
    <form
      className="describe"
      aria-label={`Tags and note of ${voice.name}`}
      onSubmit={(event) => void save(event)}
    >
      <div className="field">
        <label htmlFor={`tags-${voice.id}`}>Tags</label>
        <input
          ref={first}
          id={`tags-${voice.id}`}
          className="input"
          value={tags}
          maxLength={800}
          spellCheck={false}
          placeholder="Such as: calm, museum"
          onChange={(event) => setTags(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`note-${voice.id}`}>Note</label>
        <textarea
          id={`note-${voice.id}`}
          className="input describe-note"
          value={note}
          maxLength={2000}
          rows={2}
          placeholder="What it is for, how it was recorded…"
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="row">
        <SaveOrCancel disabled={act.busy} onCancel={onDone} />
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </form>
  );
}
