import { useState } from 'react';
import { CONSENT_SENTENCE } from '../../../electron/cloning/sample/sample.ts';
import { call } from '../../bridge.ts';
import { Choice } from '../../parts/choice.tsx';
import { languageName } from '../../parts/language-words.ts';
import { useSample } from '../sample/use-sample.ts';
import { OWN_TEXT, SCRIPT_LANGUAGES, scriptIn } from './scripts.ts';
import type { ScriptReading } from './use-script.ts';

const LANGUAGES = SCRIPT_LANGUAGES.map((code) => ({ value: code, words: languageName(code) }));

/** Before a take: the language, the text or one's own words, and the name that the consent is given in. */
export function ReadingChoice({ script }: { readonly script: ScriptReading }) {
  const { language, passage, ownText } = script.choice;
  const texts = [
    ...scriptIn(language).passages.map(({ title }, at) => ({ value: String(at), words: title })),
    { value: String(OWN_TEXT), words: 'My own words' },
  ];
  return (
    <div className="reading-choice">
      <div className="row reading-row">
        <Choice
          label="Language to read"
          value={language}
          options={LANGUAGES}
          onChoose={(code) => script.change({ language: code, passage: passage === OWN_TEXT ? OWN_TEXT : 0 })}
        />
        <Choice
          label="Text to read"
          value={String(passage)}
          options={texts}
          onChoose={(value) => script.change({ passage: Number(value) })}
        />
        {script.start === CONSENT_SENTENCE ? <SpeakerName /> : null}
      </div>
      {passage === OWN_TEXT ? (
        <OwnText text={ownText} onChange={(text) => script.change({ ownText: text })} />
      ) : null}
    </div>
  );
}

function SpeakerName() {
  const { speaker } = useSample().draft;
  const [name, setName] = useState(speaker);
  return (
    <input
      className="input reading-speaker"
      aria-label="Your name, for the consent"
      placeholder="Your name"
      value={name}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => {
        setName(target.value);
        void call('sample.change', { speaker: target.value });
      }}
    />
  );
}

function OwnText({ text, onChange }: { readonly text: string; onChange(text: string): void }) {
  const [own, setOwn] = useState(text);
  return (
    <textarea
      className="input reading-own"
      aria-label="Your own words"
      placeholder="Paste or write what you want to read. It is shown sentence by sentence."
      rows={3}
      maxLength={5000}
      dir="auto"
      value={own}
      onChange={({ target }) => {
        setOwn(target.value);
        onChange(target.value);
      }}
    />
  );
}
