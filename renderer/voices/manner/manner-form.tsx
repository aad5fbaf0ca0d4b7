import { type FormEvent, useState } from 'react';
import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { useEscapeKey } from '../../parts/escape-key.ts';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { SpeedSlider } from '../../parts/speed-slider.tsx';
import { PronunciationList } from './pronunciation-list.tsx';

/** How a voice speaks unless a text or a line says otherwise: its speed, and how it says certain words. */
export function MannerForm({ voice, onDone }: { readonly voice: Voice; onDone(): void }) {
  const [speed, setSpeed] = useState(voice.speed ?? 1);
  const [pronunciations, setPronunciations] = useState(voice.pronunciations ?? []);
  const act = useAct();
  useEscapeKey(onDone);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const manner = { speed, pronunciations };
    const saved = await act.run(call('voice.describe', { voiceId: voice.id, ...manner }));
    if (saved !== undefined) onDone();
  };
  return (
    <form className="describe" aria-label={`How ${voice.name} speaks`} onSubmit={(event) => void save(event)}>
      <SpeedSlider speed={speed} onChange={setSpeed} />
      <div className="field">
        <span className="label">Words and how they are said</span>
        <PronunciationList
          about={`Words of ${voice.name}`}
          list={pronunciations}
          voice={voice}
          onChange={setPronunciations}
        />
      </div>
      <p className="soft small">
        Used for all that {voice.name} says from now on. What is spoken already stays as it is.
      </p>
      <div className="row">
        <Button look="primary" type="submit" disabled={act.busy}>
          Save
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </form>
  );
}
