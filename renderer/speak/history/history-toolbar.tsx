import { Search } from 'lucide-react';
import { useMemo } from 'react';
import { CLIP_TAGS, type ClipQuery, type ClipTag } from '../../../electron/speaking/find-clips.ts';
import { Choice } from '../../parts/choice.tsx';
import { useMirror } from '../../store.ts';
import { TAG_WORDS } from './history-words.ts';

/** Stands for any: a list cannot offer an empty value. */
const ANY = '*';
const TAGS = [
  { value: ANY, words: 'All clips' },
  ...CLIP_TAGS.map((tag) => ({ value: tag as string, words: TAG_WORDS[tag] })),
];

interface ToolbarProps {
  readonly query: ClipQuery;
  onQuery(query: ClipQuery): void;
}

/** Looks for clips by words, voice, and what they are. */
export function HistoryToolbar({ query, onQuery }: ToolbarProps) {
  const voices = useMirror((snapshot) => snapshot.voices);
  const options = useMemo(
    () => [
      { value: ANY, words: 'Any voice' },
      ...[...voices]
        .sort((a, b) => b.createdAt - a.createdAt)
        .map(({ id, name }) => ({ value: id, words: name })),
    ],
    [voices],
  );
  return (
    <div className="row history-find">
      <label className="voices-search">
        <Search size={16} aria-hidden="true" />
        <input
          type="search"
          className="input"
          aria-label="Look for a clip"
          placeholder="Words, or a voice’s name…"
          spellCheck={false}
          value={query.typed}
          onChange={(event) => onQuery({ ...query, typed: event.target.value })}
        />
      </label>
      <Choice
        label="Which clips"
        value={query.tag ?? ANY}
        options={TAGS}
        onChoose={(tag) => onQuery({ ...query, tag: tag === ANY ? null : (tag as ClipTag) })}
      />
      <Choice
        label="Voice"
        value={query.voiceId ?? ANY}
        options={options}
        onChoose={(id) => onQuery({ ...query, voiceId: id === ANY ? null : id })}
      />
    </div>
  );
}
