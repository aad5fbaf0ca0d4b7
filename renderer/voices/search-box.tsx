import { Search } from 'lucide-react';
import { startTransition, useState } from 'react';

interface SearchBoxProps {
  /** What it begins with. */
  readonly typed: string;
  /** Told of what is typed when there is time for it. */
  onTyped(typed: string): void;
}

/** What one types is drawn at once, by this field alone; what is found follows, and a key never waits for it. */
export function SearchBox({ typed, onTyped }: SearchBoxProps) {
  const [shown, setShown] = useState(typed);
  return (
    <label className="voices-search">
      <Search size={16} aria-hidden="true" />
      <input
        type="search"
        className="input"
        aria-label="Look for a voice"
        placeholder="Name, tag, note, language…"
        spellCheck={false}
        value={shown}
        onChange={({ target }) => {
          setShown(target.value);
          startTransition(() => onTyped(target.value));
        }}
      />
    </label>
  );
}
