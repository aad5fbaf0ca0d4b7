import { type FormEvent, useEffect, useRef } from 'react';
import type { A2eModel } from '../../../electron/a2e/wire.ts';
import { speaksLanguage } from '../../../electron/cloning/engines/engines.ts';
import type { MakeVoice } from '../../../electron/contract/calls.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { useEscapeKey } from '../../parts/escape-key.ts';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { Segments } from '../../parts/segments.tsx';
import { uploadWords } from '../../parts/upload-words.ts';
import { useMirror } from '../../store.ts';
import { EMPTY_VOICE_DRAFT, useWindowState, type VoiceDraft } from '../../window-state.tsx';
import { ConsentField } from '../consent/consent-field.tsx';
import { consentProblem } from '../consent/consent-rules.ts';
import { useConsentState } from '../consent/use-consent.ts';
import { NO_EDITS } from '../sample/edit-stack.ts';
import type { Sample } from '../sample/use-sample.ts';
import { draftProblem, sampleProblem } from './make-voice-rules.ts';
import { ModelsChoice } from './models-choice.tsx';
import { useEarlyUpload } from './use-early-upload.ts';
import { VoiceNeed } from './voice-need.tsx';

/** Which kind of voice it is: the engine wants to know. */
const VOICE_TYPES = [
  { value: 'female', words: 'Female' },
  { value: 'male', words: 'Male' },
] as const;

/** From sample to voice: name, language, engine, kind of voice, consent. Opens in place, under the ring. */
export function MakeVoicePanel({ sample, onClose }: { readonly sample: Sample; onClose(): void }) {
  const { voiceDraft, setVoiceDraft, setEdits, go } = useWindowState();
  const consent = useConsentState(sample);
  const stock = useMirror((snapshot) => snapshot.server.speaksWithStockVoices);
  const act = useAct();
  useEscapeKey(onClose);
  const change = (part: Partial<VoiceDraft>) => setVoiceDraft((draft) => ({ ...draft, ...part }));
  const choose = (model: A2eModel) => {
    change({ alsoModels: voiceDraft.alsoModels.filter((one) => one !== model) });
    void act.run(call('sample.change', { model }));
  };
  const notSendable = sampleProblem(sample, sample.engine) ?? consentProblem(consent);
  const problem =
    sampleProblem(sample, sample.engine) ??
    draftProblem(voiceDraft, sample.engine) ??
    consentProblem(consent);
  const upload = useEarlyUpload(notSendable === null, sample.draft.revision);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (problem !== null || act.busy) return;
    const made = await act.run(call('voice.make', askOf(voiceDraft, sample.draft.model)));
    if (made === undefined) return;
    setVoiceDraft(({ replaces: _done, ...draft }) => ({
      ...draft,
      name: EMPTY_VOICE_DRAFT.name,
      alsoModels: [],
    }));
    setEdits(NO_EDITS);
    go('voices');
  };

  return (
    <form className="card make" aria-label="Make a voice" onSubmit={(event) => void make(event)}>
      {voiceDraft.replaces === undefined ? (
        <NameField value={voiceDraft.name} onChange={(name) => change({ name })} />
      ) : (
        <Replaces
          name={voiceDraft.replaces.name}
          onInstead={() => setVoiceDraft(({ replaces: _gone, ...draft }) => draft)}
        />
      )}
      <VoiceNeed
        need={voiceDraft}
        model={sample.draft.model}
        onChange={({ language, region, purpose }) =>
          setVoiceDraft(({ region: _before, ...draft }) => ({
            ...draft,
            ...{ language, purpose },
            ...(region !== undefined && { region }),
          }))
        }
        onModel={choose}
      />
      <ModelsChoice
        model={sample.draft.model}
        also={voiceDraft.alsoModels}
        language={voiceDraft.language}
        onlyOne={voiceDraft.replaces !== undefined}
        onModel={choose}
        onAlso={(alsoModels) => change({ alsoModels })}
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
          {submitWords(voiceDraft)}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Not now
        </Button>
        <p className="soft small" aria-live="polite">
          {act.busy ? 'Handing it over…' : (problem ?? (stock ? STOCK_NOTE : ''))}
        </p>
        {upload === undefined ? null : (
          <p className="soft small number push">Sending meanwhile · {uploadWords(upload)}</p>
        )}
      </div>
    </form>
  );
}

function submitWords({ alsoModels, replaces }: VoiceDraft): string {
  if (replaces !== undefined) return 'Make it anew';
  return alsoModels.length === 0 ? 'Make the voice' : `Make ${alsoModels.length + 1} voices`;
}

/** What the main process is asked for. */
function askOf(draft: VoiceDraft, model: A2eModel): MakeVoice {
  const { name, language, region, gender, alsoModels, replaces } = draft;
  const also = alsoModels.filter((one) => one !== model && speaksLanguage(one, language));
  return {
    ...{ name: (replaces?.name ?? name).trim(), model, language, gender },
    ...(region !== undefined && { region }),
    ...(replaces !== undefined && { replaces: replaces.id }),
    ...(replaces === undefined && also.length > 0 && { alsoModels: also }),
  };
}

/** Says which voice gets the new recording. */
function Replaces({ name, onInstead }: { readonly name: string; onInstead(): void }) {
  return (
    <div className="row">
      <p>
        A new recording for <strong>“{name}”</strong>. Name, tags and note stay; the old clone is kept in its
        history.
      </p>
      <Button look="quiet" className="push" onClick={onInstead}>
        A new voice instead
      </Button>
    </div>
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
