import { Lightbulb } from 'lucide-react';
import type { A2eModel } from '../../../electron/a2e/wire.ts';
import { ENGINES, type Purpose } from '../../../electron/cloning/engines/engines.ts';
import { recommendModel } from '../../../electron/cloning/engines/recommend-model.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { LanguageChooser } from '../../parts/language-chooser.tsx';
import type { VoiceDraft } from '../../window-state.tsx';

const PURPOSES: readonly { readonly value: Purpose; readonly words: string }[] = [
  { value: 'everyday', words: 'Everyday texts' },
  { value: 'quick', words: 'Quick answers' },
  { value: 'long', words: 'Long texts, stories' },
  { value: 'clear', words: 'Clear announcements' },
];

type Need = Pick<VoiceDraft, 'language' | 'region' | 'purpose'>;

interface VoiceNeedProps {
  readonly need: Need;
  /** The engine that is chosen now. */
  readonly model: A2eModel;
  onChange(need: Need): void;
  onModel(model: A2eModel): void;
}

/** What the voice will speak and what for, and which engine suits that, with its reason. */
export function VoiceNeed({ need, model, onChange, onModel }: VoiceNeedProps) {
  /** What suits the new need is chosen with it; a person may still choose otherwise. */
  const change = (next: Need) => {
    onChange(next);
    const advice = recommendModel(next);
    if (advice !== undefined && advice.model !== model) onModel(advice.model);
  };
  const advice = recommendModel(need);
  return (
    <>
      <div className="make-pair">
        <div className="field">
          <label htmlFor="voice-language">Which language will it speak?</label>
          <LanguageChooser
            id="voice-language"
            value={need}
            onChoose={(choice) => change({ purpose: need.purpose, ...choice })}
          />
        </div>
        <div className="field">
          <label htmlFor="voice-purpose">What is it for?</label>
          <Choice
            id="voice-purpose"
            value={need.purpose}
            options={PURPOSES}
            onChoose={(purpose) => change({ ...need, purpose: purpose as Purpose })}
          />
        </div>
      </div>
      {advice === undefined ? null : (
        <p className="row small advice" aria-live="polite">
          <Lightbulb size={16} aria-hidden="true" />
          <span>{advice.reason}</span>
          {advice.model === model ? null : (
            <Button look="quiet" onClick={() => onModel(advice.model)}>
              Use {ENGINES[advice.model].name}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
