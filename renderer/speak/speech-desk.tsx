import { Speech as SpeechIcon } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { useMirror } from '../store.ts';
import { ChooseDocument } from './document/choose-document.tsx';
import { DocumentDraft } from './document/document-draft.tsx';
import { type Reading, useDocument } from './document/use-document.ts';
import { LanguageWarning } from './language-warning.tsx';
import { OwnOffer } from './own-offer.tsx';
import { SpeakerChoice } from './speaker-choice.tsx';
import { MannerField, SpeechWords } from './speech-manner.tsx';
import { paperWords, priceNote, speakWords } from './text-rules.ts';
import { type Speech, useSpeech } from './use-speech.ts';

/** The sheet of paper, and beside it who speaks, how fast, and the button. */
export function SpeechDesk() {
  const speech = useSpeech();
  const reading = useDocument();
  const [shown, show] = useState(false);
  const words = { shown, show };
  return (
    <>
      <div className="desk">
        <Paper speech={speech} reading={reading} />
        <div className="desk-side">
          <VoiceField speech={speech} />
          <MannerField speech={speech} words={words} />
          <SpeakButton speech={speech} />
        </div>
      </div>
      {words.shown && speech.voice !== undefined ? (
        <SpeechWords speech={speech} voice={speech.voice} onDone={() => words.show(false)} />
      ) : null}
      <LanguageWarning check={speech.language} onVoice={(voiceId) => speech.change({ voiceId })} />
      <OwnOffer speech={speech} />
      {speech.act.fault === null ? null : <FaultPanel fault={speech.act.fault} />}
      {reading.fault === null ? null : (
        <FaultPanel fault={reading.fault}>
          {reading.more === 0 ? null : <Button onClick={reading.putAway}>Go on with the next file</Button>}
        </FaultPanel>
      )}
      {reading.document === null ? null : (
        <DocumentDraft
          key={reading.document.id}
          document={reading.document}
          speech={speech}
          more={reading.more}
          onDone={reading.putAway}
        />
      )}
    </>
  );
}

function Paper({ speech, reading }: { readonly speech: Speech; readonly reading: Reading }) {
  const start = useRef(speech.draft.text === '');
  const speakByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    speech.speak();
  };
  return (
    <div className="paper" data-over={reading.over} {...reading.dropping}>
      <textarea
        className="paper-text"
        aria-label="Text to speak"
        aria-describedby="text-count"
        placeholder="Write what your voice shall say."
        // biome-ignore lint/a11y/noAutofocus: writing is what one comes to this screen for
        autoFocus={start.current}
        value={speech.draft.text}
        onChange={(event) => speech.change({ text: event.target.value })}
        onKeyDown={speakByKey}
      />
      <div className="paper-foot">
        <p id="text-count" className="paper-count number">
          {reading.over
            ? 'Drop it, to have it spoken line by line.'
            : paperWords({ ...speech, text: speech.draft.text })}
        </p>
        <ChooseDocument reading={reading} />
      </div>
    </div>
  );
}

function VoiceField({ speech }: { readonly speech: Speech }) {
  const waits = speech.voice !== undefined && speech.voice.state.status !== 'completed';
  return (
    <div className="field">
      <label htmlFor="speech-voice">Voice</label>
      <SpeakerChoice
        id="speech-voice"
        value={speech.voice?.id ?? null}
        onChoose={(voiceId) => speech.change({ voiceId })}
      />
      <p className="field-note desk-note">{waits ? 'In training: what you ask will wait.' : ''}</p>
    </div>
  );
}

function SpeakButton({ speech }: { readonly speech: Speech }) {
  const mac = useMirror((snapshot) => snapshot.runtime.platform === 'darwin');
  const blank = speech.draft.text === '' || speech.voice === undefined;
  return (
    <div className="desk-end">
      <Button
        look="primary"
        icon={<SpeechIcon size={18} aria-hidden="true" />}
        disabled={speech.problem !== null || speech.act.busy}
        onClick={speech.speak}
      >
        {speakWords(speech.estimate)}
      </Button>
      <p className="field-note" aria-live="polite">
        {speech.problem === null || blank
          ? [`${mac ? '⌘' : 'Ctrl'} + Enter`, priceNote(speech.estimate)].filter(Boolean).join(' · ')
          : speech.problem}
      </p>
    </div>
  );
}
