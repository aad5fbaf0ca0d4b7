import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Pronunciation } from '../../../electron/cloning/voice/manner.ts';
import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { HearLine } from '../hear-line.tsx';

interface PronunciationListProps {
  /** What the list is of, for the names of its fields. */
  readonly about: string;
  readonly list: readonly Pronunciation[];
  /** Who says a word to be heard; undefined: nobody can yet. */
  readonly voice: Voice | undefined;
  onChange(list: readonly Pronunciation[]): void;
}

/** Words and how they are to be said: each can be heard, changed and taken out, and another added. */
export function PronunciationList({ about, list, voice, onChange }: PronunciationListProps) {
  const change = (at: number, entry: Pronunciation | null) =>
    onChange(list.flatMap((one, i) => (i === at ? (entry ?? []) : one)));
  return (
    <fieldset className="pronunciations" aria-label={about}>
      {list.length === 0 ? (
        <p className="soft small">No words yet. Such as: “SQL” is said “sequel”.</p>
      ) : (
        <ul>
          {list.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place: its words are what is typed
            <li key={at} className="pronunciation">
              <Entry entry={entry} voice={voice} onChange={(changed) => change(at, changed)} />
              <IconButton label={`Take out ${entry.word || 'this word'}`} onClick={() => change(at, null)}>
                <X size={16} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Button
        look="quiet"
        icon={<Plus size={16} aria-hidden="true" />}
        onClick={() => onChange([...list, { word: '', spoken: '' }])}
      >
        Add a word
      </Button>
    </fieldset>
  );
}

interface EntryProps {
  readonly entry: Pronunciation;
  readonly voice: Voice | undefined;
  onChange(entry: Pronunciation): void;
}

function Entry({ entry, voice, onChange }: EntryProps) {
  const { word, spoken } = entry;
  // While it is typed nothing is asked: what is heard is what stood there when it was left.
  const [heard, setHeard] = useState(spoken);
  const isNew = word === '' && spoken === '';
  return (
    <>
      <input
        className="input"
        aria-label="Word"
        placeholder="Word"
        // biome-ignore lint/a11y/noAutofocus: one has just asked for a new word
        autoFocus={isNew}
        value={word}
        maxLength={200}
        spellCheck={false}
        onChange={({ target }) => onChange({ word: target.value, spoken })}
      />
      <span className="soft" aria-hidden="true">
        →
      </span>
      <input
        className="input"
        aria-label={`How ${word || 'it'} is said`}
        placeholder="Said as"
        value={spoken}
        maxLength={1000}
        spellCheck={false}
        onChange={({ target }) => onChange({ word, spoken: target.value })}
        onBlur={() => setHeard(spoken)}
      />
      <div className="pronunciation-sound">
        {voice === undefined || heard.trim() === '' ? null : (
          <HearLine voice={voice} line={heard.trim()} isWord about={`${word} as ${voice.name} says it`} />
        )}
      </div>
    </>
  );
}
