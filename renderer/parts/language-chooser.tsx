import { useCallback } from 'react';
import {
  type LanguageChoice,
  languageChoices,
  languageMatches,
  languageOf,
  languageWords,
} from '../../electron/cloning/engines/languages.ts';
import type { Option } from './choice.tsx';
import { SearchChoice } from './search-choice.tsx';

interface LanguageChooserProps {
  readonly id?: string;
  /** Accessible name, where no `<label>` points at `id`. */
  readonly label?: string;
  readonly value: LanguageChoice;
  onChoose(choice: LanguageChoice): void;
}

/** A language, with whose way of it, found by any of its names. */
export function LanguageChooser({ value, onChoose, ...rest }: LanguageChooserProps) {
  const options = useCallback((typed: string) => languageOptions(typed), []);
  return (
    <SearchChoice
      {...rest}
      value={tagOf(value)}
      chosen={languageWords(value)}
      placeholder="Choose a language"
      options={options}
      onChoose={(tag) => {
        const [language = 'en', region] = tag.split('-');
        onChoose({ language, ...(region !== undefined && { region }) });
      }}
    />
  );
}

function tagOf({ language, region }: LanguageChoice): string {
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
