import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { DraftView } from '../../../electron/contract/calls.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { CeilingField } from '../../parts/ceiling-field.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { costWords } from '../../parts/queue/state-words.ts';
import { readLimit } from '../../parts/read-credits.ts';
import { clockWords } from '../../parts/time-words.ts';
import { useMirror } from '../../store.ts';
import { LanguageWarning } from '../language-warning.tsx';
import { priceNote } from '../text-rules.ts';
import { useEstimate } from '../use-estimate.ts';
import { useLanguageCheck } from '../use-language-check.ts';
import { mannerOf, type Speech } from '../use-speech.ts';
import { countWords, documentFacts, documentVoices, followingWords } from './document-words.ts';

interface DocumentDraftProps {
  readonly document: DraftView;
  readonly speech: Speech;
  /** How many documents come after it. */
  readonly more: number;
  onDone(): void;
}

/** How many of the first lines are shown. */
const SHOWN = 8;

/** The document that was read: what it is and how it begins, to be spoken or put away. */
export function DocumentDraft(props: DocumentDraftProps) {
  const { document, speech, more } = props;
  const title = document.title ?? 'Your document';
  const voices = useMirror((snapshot) => snapshot.voices);
  const known = voices.flatMap(({ name, id }) => [name, id]);
  const speakers = documentVoices(document.voices, { known, voiceName: speech.voice?.name });
  return (
    <section className="card document" aria-label={title}>
      <div className="row">
        <FileText size={18} aria-hidden="true" />
        <h2 className="cut batch-name">{title}</h2>
        <span className="push soft small number document-facts">{documentFacts(document)}</span>
      </div>
      {speakers === '' ? null : <p className="small">{speakers}</p>}
      <ol className="document-lines">
        {document.first.slice(0, SHOWN).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a document never change their places
          <li key={at} className="cut">
            {line.cue === undefined ? null : (
              <span className="soft number">{`${clockWords(line.cue.from / 1000)}\u00a0 `}</span>
            )}
            {line.voice === undefined ? null : <span className="soft">{line.voice}: </span>}
            {line.text}
          </li>
        ))}
      </ol>
      {more === 0 ? null : <p className="soft small number">{followingWords(more)}</p>}
      <SpeakDocument {...props} />
    </section>
  );
}

function SpeakDocument({ document, speech, onDone }: DocumentDraftProps) {
  const act = useAct();
  const { voice, draft } = speech;
  const estimate = useEstimate({
    voiceId: voice?.id,
    documentId: document.id,
    pronunciations: draft.pronunciations,
  });
  const language = useLanguageCheck();
  const from = { is: 'draft', id: document.id } as const;
  const costs = useMirror(({ servers }) => servers.find(({ id }) => id === voice?.server)?.kind === 'remote');
  const [most, setMost] = useState('');
  const ceiling = costs ? readLimit(most) : null;
  const speak = async () => {
    if (voice === undefined || ceiling === undefined) return;
    const ask = { name: document.title ?? '', voiceId: voice.id, ...mannerOf(draft), from };
    const made = await act.run(call('batch.make', { ...ask, ...(ceiling !== null && { ceiling }) }));
    if (made !== undefined) onDone();
  };
  const cost = estimate?.credits === undefined ? '' : ` · ${costWords(estimate.credits)}`;
  return (
    <>
      <div className="row batch-acts">
        <Button
          look="primary"
          disabled={voice === undefined || ceiling === undefined || act.busy || language.busy}
          onClick={() => voice && void language.before({ voiceId: voice.id, from }, () => void speak())}
        >
          {document.lines === 1 ? 'Speak it' : `Speak all ${countWords(document)}`}
          {cost}
        </Button>
        <Button onClick={onDone}>Not now</Button>
        <span className="soft small">
          {[whoWords(document, voice?.name), priceNote(estimate) && `${priceNote(estimate)}.`].join(' ')}
        </span>
        {costs ? <CeilingField id="document-ceiling" words={most} onChange={setMost} /> : null}
      </div>
      <LanguageWarning check={language} onVoice={(voiceId) => speech.change({ voiceId })} />
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}

/** A document that names its voices has said already who speaks. */
function whoWords({ voices }: DraftView, voiceName: string | undefined): string {
  if (voiceName === undefined) return 'Choose a voice first.';
  return voices.length > 0 ? '' : `Spoken by ${voiceName}.`;
}
