import { useId, useState } from 'react';
import { DEFAULT_TEMPLATE } from '../../../electron/speaking/exporting/name-template.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { exampleName, templateProblem } from './template-words.ts';

/** What exported files are called: kept with the settings as soon as it can be used; empty is the usual. */
export function NameTemplate() {
  const { settings, change } = useSettings();
  const [words, setWords] = useState(settings.nameTemplate ?? '');
  const id = useId();
  const problem = templateProblem(words);
  const write = (next: string) => {
    setWords(next);
    if (templateProblem(next) === null) change({ nameTemplate: next.trim() === '' ? null : next.trim() });
  };
  return (
    <div className="field name-template">
      <label htmlFor={id}>File names</label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={DEFAULT_TEMPLATE}
        value={words}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => write(event.target.value)}
      />
      <p id={`${id}-note`} className="field-note cut" aria-live="polite">
        {problem ?? `Such as ${exampleName(words)}`}
      </p>
    </div>
  );
}
