import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../parts/button.tsx';
import { Hint } from '../parts/hint.tsx';
import { nextPassage, READING_PASSAGES } from './reading-passages.ts';

/** Something to read aloud, in large type; any other words do as well. */
export function Reading() {
  const [index, setIndex] = useState(0);
  return (
    <section className="reading" aria-label="Something to read aloud">
      <div className="reading-all">
        {READING_PASSAGES.map((passage, at) => (
          <p key={passage} className="reading-text" aria-hidden={at !== index} data-shown={at === index}>
            {passage}
          </p>
        ))}
      </div>
      <Hint words="Another text">
        <IconButton label="Another text" onClick={() => setIndex(nextPassage(index))}>
          <RefreshCw size={16} aria-hidden="true" />
        </IconButton>
      </Hint>
    </section>
  );
}
