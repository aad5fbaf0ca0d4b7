import { readLimit } from './read-credits.ts';

interface CeilingFieldProps {
  readonly id: string;
  /** As they are typed; empty: no limit. */
  readonly words: string;
  onChange(words: string): void;
}

/** How many credits may go for one batch. */
export function CeilingField({ id, words, onChange }: CeilingFieldProps) {
  const isWrong = readLimit(words) === undefined;
  return (
    <div className="row ceiling-field">
      <label htmlFor={id} className="small">
        Most credits for it
      </label>
      <input
        id={id}
        className="input short-input number"
        inputMode="numeric"
        autoComplete="off"
        placeholder="No limit"
        value={words}
        aria-invalid={isWrong}
        onChange={(event) => onChange(event.target.value)}
      />
      {isWrong ? <span className="small">A whole number, or empty.</span> : null}
    </div>
  );
}
