import { SpellCheck } from 'lucide-react';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { call } from '../bridge.ts';
import { Button } from '../parts/button.tsx';
import { SpeedSlider } from '../parts/speed-slider.tsx';
import { MannerForm } from '../voices/manner/manner-form.tsx';
import { PronunciationList } from '../voices/manner/pronunciation-list.tsx';
import type { Speech } from './use-speech.ts';

interface MannerFieldProps {
  readonly speech: Speech;
  readonly words: { readonly shown: boolean; show(shown: boolean): void };
}

/** How fast this text is spoken, to be kept with the voice; and the way to how its words are said. */
export function MannerField({ speech, words }: MannerFieldProps) {
  const { voice, speed, draft, act } = speech;
  const isOther = voice !== undefined && speed !== (voice.speed ?? 1);
  const keep = async () => {
    if (voice === undefined) return;
    const kept = await act.run(call('voice.describe', { voiceId: voice.id, speed }));
    if (kept !== undefined) speech.change({ speed: null });
  };
  const count = draft.pronunciations.length + (voice?.pronunciations?.length ?? 0);
  return (
    <div>
      <SpeedSlider
        speed={speed}
        onChange={(next) => speech.change({ speed: next })}
        onReset={() => speech.change({ speed: null })}
      />
      <div className="row desk-manner">
        <Button
          look="quiet"
          icon={<SpellCheck size={16} aria-hidden="true" />}
          aria-expanded={words.shown}
          disabled={voice === undefined}
          onClick={() => words.show(!words.shown)}
        >
          {count === 0 ? 'Words' : `Words · ${count}`}
        </Button>
        {isOther ? (
          <Button
            look="quiet"
            title={`${voice.name} speaks at this speed from now on`}
            disabled={act.busy}
            onClick={() => void keep()}
          >
            Keep speed
          </Button>
        ) : null}
      </div>
    </div>
  );
}

interface SpeechWordsProps {
  readonly speech: Speech;
  readonly voice: Voice;
  onDone(): void;
}

/** How words are said: in this text alone, and whenever this voice speaks. */
export function SpeechWords({ speech, voice, onDone }: SpeechWordsProps) {
  return (
    <section className="card speech-words" aria-label="How words are said">
      <div className="field">
        <span className="label">Only in this text</span>
        <PronunciationList
          about="Words of this text"
          list={speech.draft.pronunciations}
          voice={voice}
          onChange={(pronunciations) => speech.change({ pronunciations })}
        />
      </div>
      <div className="field">
        <span className="label">Whenever {voice.name} speaks</span>
        <MannerForm key={voice.id} voice={voice} onDone={onDone} />
      </div>
    </section>
  );
}
