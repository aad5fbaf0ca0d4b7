import { Languages } from 'lucide-react';
import { Button } from '../parts/button.tsx';
import { useMirror } from '../store.ts';
import { betterVoices, doubtSentences } from './language-words.ts';
import type { LanguageCheck } from './use-language-check.ts';

interface LanguageWarningProps {
  readonly check: LanguageCheck;
  /** Another voice is to speak it; absent: none is offered. */
  onVoice?(voiceId: string): void;
}

/** Before anything is paid: the text does not look to be in the voice's language, and what to do. */
export function LanguageWarning({ check, onVoice }: LanguageWarningProps) {
  const voices = useMirror((snapshot) => snapshot.voices);
  if (check.doubts.length === 0) return null;
  return (
    <section className="card language-warning" role="alert">
      <div className="row">
        <Languages size={18} aria-hidden="true" />
        <div>
          {doubtSentences(check.doubts, voices).map((sentence) => (
            <p key={sentence} className="language-doubt">
              {sentence}
            </p>
          ))}
          <p className="small">
            Words may come out wrong. Nothing was asked for yet. Choose a voice of that language, or go on.
          </p>
        </div>
      </div>
      <div className="row batch-acts">
        {(onVoice ? betterVoices(check.doubts, voices) : []).map(({ id, name }) => (
          <Button
            key={id}
            look="primary"
            onClick={() => {
              check.dismiss();
              onVoice?.(id);
            }}
          >
            Choose {name}
          </Button>
        ))}
        <Button onClick={check.goOn}>Speak it all the same</Button>
        <Button look="quiet" onClick={check.dismiss}>
          Back
        </Button>
      </div>
    </section>
  );
}
