import { type FormEvent, useEffect, useRef } from 'react';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { useEscapeKey } from '../parts/escape-key.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { allLanguages } from '../parts/language-words.ts';
import { Segments } from '../parts/segments.tsx';
import { useMirror } from '../store.ts';
import { EMPTY_VOICE_DRAFT, useWindowState, type VoiceDraft } from '../window-state.tsx';
import { ConsentField } from './consent-field.tsx';
import { consentProblem } from './consent-rules.ts';
import { NO_EDITS } from './edit-stack.ts';
import { EngineChoice } from './engine-choice.tsx';
import { draftProblem, sampleProblem } from './make-voice-rules.ts';
import { useConsentState } from './use-consent.ts';
import type { Sample } from './use-sample.ts';

/** Which kind of voice it is: the engine wants to know. */
const VOICE_TYPES = [
  { value: 'female', words: 'Female' },
  { value: 'male', words: 'Male' },
] as const;
const LANGUAGES = allLanguages().map(({ code, name }) => ({ value: code, words: name }));

/** From sample to voice: name, language, engine, kind of voice, consent. Opens in place, under the ring. */
export function MakeVoicePanel({ sample, onClose }: { readonly sample: Sample; onClose(): void }) {
  const { voiceDraft, setVoiceDraft, setEdits, go } = useWindowState();
  const consent = useConsentState(sample);
  const stock = useMirror((snapshot) => snapshot.server.speaksWithStockVoices);
  const act = useAct();
  useEscapeKey(onClose);
  const change = (part: Partial<VoiceDraft>) => setVoiceDraft((draft) => ({ ...draft, ...part }));
  const problem =
    sampleProblem(sample, sample.engine) ??
    draftProblem(voiceDraft, sample.engine) ??
    consentProblem(consent);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (problem !== null || act.busy) return;
    const { name, ...rest } = voiceDraft;
    const { model } = sample.draft;
    const made = await act.run(call('voice.make', { ...rest, model, name: name.trim() }));
    if (made === undefined) return;
    setVoiceDraft((draft) => ({ ...draft, name: EMPTY_VOICE_DRAFT.name }));
    setEdits(NO_EDITS);
    go('voices');
  };

  return (
    <form className="card make" aria-label="Make a voice" onSubmit={(event) => void make(event)}>
      <div className="make-pair">
        <NameField value={voiceDraft.name} onChange={(name) => change({ name })} />
        <div className="field">
          <label htmlFor="voice-language">Language</label>
          <Choice
            id="voice-language"
            value={voiceDraft.language}
            options={LANGUAGES}
            onChoose={(language) => change({ language })}
          />
          <p className="field-note">Which language will it speak?</p>
        </div>
      </div>
      <EngineChoice
        model={sample.draft.model}
        language={voiceDraft.language}
        onChoose={(model) => void act.run(call('sample.change', { model }))}
      />
      <Segments
        legend="Voice type"
        name="voice-type"
        value={voiceDraft.gender}
        options={VOICE_TYPES}
        onChoose={(gender) => change({ gender })}
      />
      <ConsentField state={consent} />
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      <div className="row make-end">
        <Button look="primary" type="submit" disabled={problem !== null || act.busy}>
          Make the voice
        </Button>
        <Button look="quiet" onClick={onClose}>
          Not now
        </Button>
        <p className="soft small" aria-live="polite">
          {act.busy ? 'Handing it over…' : (problem ?? (stock ? STOCK_NOTE : ''))}
        </p>
      </div>
    </form>
  );
}

const STOCK_NOTE = 'This computer will answer with a stock voice, not your clone.';

function NameField({ value, onChange }: { readonly value: string; onChange(value: string): void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.closest('form')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className="field">
      <label htmlFor="voice-name">Name</label>
      <input
        ref={input}
        id="voice-name"
        className="input"
        value={value}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        placeholder="Such as: Maria, calm"
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="field-note">Only you and your account see it.</p>
    </div>
  );
}
