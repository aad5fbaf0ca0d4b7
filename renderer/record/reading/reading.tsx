import { useEffect } from 'react';
import { CONSENT_SENTENCE } from '../../../electron/cloning/sample/sample.ts';
import { useRecorderState } from '../../equipment.tsx';
import { useWindowState } from '../../window-state.tsx';
import { isUnderWay } from '../record-words.ts';
import { useNextSentence } from '../taking/use-recording.ts';
import { ReadingChoice } from './reading-choice.tsx';
import { readsOn } from './reading-key.ts';
import { type ScriptReading, useScript } from './use-script.ts';

/** What to read aloud: the sentence in large type, the next one dimmed; before a take also which text it is. */
export function Reading() {
  const script = useScript();
  const { rereading } = useWindowState();
  const { is } = useRecorderState();
  const next = useNextSentence();
  useReadingKey(next);
  const { at, sentences } = script;
  const following = rereading === null && at < sentences.length - 1 ? script.textOf(at + 1) : '';
  const live = isUnderWay(is);
  return (
    <section className="reading" aria-label="Something to read aloud">
      {live ? (
        <p className="reading-place soft small number">{placeWords(script, rereading)}</p>
      ) : (
        <ReadingChoice script={script} />
      )}
      <div className="reading-lines" dir={script.direction} lang={script.choice.language}>
        <p className="reading-now" aria-live="polite">
          {script.textOf(at) || 'Write what you want to read, or say anything you like.'}
        </p>
        <p className="reading-next" aria-hidden="true">
          {following}
        </p>
      </div>
    </section>
  );
}

function placeWords({ at, sentences }: ScriptReading, rereading: number | null): string {
  if (at === CONSENT_SENTENCE) return 'First your consent: it is cut out, and kept beside the voice';
  if (rereading !== null) return `Sentence ${rereading + 1}, once more`;
  return sentences.length === 0 ? '' : `Sentence ${at + 1} of ${sentences.length}`;
}

/** → and Enter go on to the next sentence. */
function useReadingKey(next: (() => void) | null): void {
  useEffect(() => {
    if (next === null) return;
    const keyDown = (event: KeyboardEvent) => {
      if (!readsOn(event)) return;
      event.preventDefault();
      next();
    };
    window.addEventListener('keydown', keyDown);
    return () => window.removeEventListener('keydown', keyDown);
  }, [next]);
}
