import type { FocusEventHandler } from 'react';

interface CreditsFieldProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** What is said of it; of words that are no number of credits, what they should be. */
  readonly note: string;
  readonly isWrong: boolean;
  onType(words: string): void;
  readonly onBlur?: FocusEventHandler;
}

/** A number of credits, or none. */
export function CreditsField({ id, label, note, isWrong, onType, ...input }: CreditsFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input short-input number"
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={isWrong}
        onChange={(event) => onType(event.target.value)}
        {...input}
      />
      <p className="field-note" aria-live="polite">
        {note}
      </p>
    </div>
  );
}
