import { Lightbulb } from 'lucide-react';
import { useCallback } from 'react';
import type { A2eModel } from '../../electron/a2e/wire.ts';
import { ENGINES, type Purpose } from '../../electron/cloning/engines.ts';
import {
  languageChoices,
  languageMatches,
  languageOf,
  languageWords,
} from '../../electron/cloning/languages.ts';
import { recommendModel } from '../../electron/cloning/recommend-model.ts';
import { Button } from '../parts/button.tsx';
import { Choice, type Option } from '../parts/choice.tsx';
import { SearchChoice } from '../parts/search-choice.tsx';
import type { VoiceDraft } from '../window-state.tsx';

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
  const options = useCallback((typed: string) => languageOptions(typed), []);
  const { region: _usual, ...plain } = need;
  const choose = (value: string) => {
    const [language = 'en', region] = value.split('-');
    change({ ...plain, language, ...(region !== undefined && { region }) });
  };
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
          <SearchChoice
            id="voice-language"
            value={tagOf(need)}
            chosen={languageWords(need)}
            placeholder="Choose a language"
            options={options}
            onChoose={choose}
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

function tagOf({ language, region }: Pick<Need, 'language' | 'region'>): string {
  return region === undefined ? language : `${language}-${region}`;
}

/** Languages that what is typed may mean, each with its own name beside it. */
function languageOptions(typed: string): readonly Option[] {
  return languageChoices()
    .filter((choice) => languageMatches(choice, typed))
    .map((choice) => {
      const own = languageOf(choice.language)?.own;
      const words = languageWords(choice);
      return { value: tagOf(choice), words, ...(own !== undefined && own !== words && { note: own }) };
    });
}
