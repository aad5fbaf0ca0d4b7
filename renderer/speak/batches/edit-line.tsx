import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { BatchLineView, BatchView } from '../../../electron/contract/calls.ts';
import type { LinesChange } from '../../../electron/speaking/batches/change-lines.ts';
import { Button } from '../../parts/button.tsx';
import { SpeedSlider } from '../../parts/speed-slider.tsx';
import { useMirror } from '../../store.ts';
import { SpeakerChoice } from '../speaker-choice.tsx';
import { speakWords } from '../text-rules.ts';
import { useEstimate } from '../use-estimate.ts';
import { changeOf, type LineDraft } from './line-draft.ts';

interface EditLineProps {
  readonly batch: BatchView;
  readonly draft: LineDraft;
  /** The line as it is; undefined for a new one. */
  readonly line: BatchLineView | undefined;
  readonly busy: boolean;
  onDraft(draft: LineDraft): void;
  onSave(change: LinesChange): void;
  onCancel(): void;
}

/** A line being written: its words, how they are to be said, who says them and how fast. Only it is paid for. */
export function EditLine({ batch, draft, line, busy, onDraft, onSave, onCancel }: EditLineProps) {
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const voices = useMirror((snapshot) => snapshot.voices);
  const change = changeOf(draft, line, batch);
  const said = draft.spokenAs.trim() === '' ? draft.text : draft.spokenAs;
  const estimate = useEstimate({ voiceId: change === null ? undefined : draft.voiceId, text: said });
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (change !== null && !busy) onSave(change);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      onCancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  const isNew = draft.of.is === 'new';
  return (
    <form
      className="edit-line"
      aria-label={isNew ? 'New line' : 'Change the line'}
      onSubmit={save}
      onKeyDown={keyDown}
    >
      <div className="field">
        <label htmlFor={`${id}-text`}>Text</label>
        <textarea
          ref={first}
          id={`${id}-text`}
          className="input edit-line-text"
          rows={2}
          value={draft.text}
          onChange={({ target }) => onDraft({ ...draft, text: target.value })}
        />
      </div>
      <div className="edit-line-how">
        <div className="field">
          <label htmlFor={`${id}-voice`}>Voice</label>
          <SpeakerChoice
            id={`${id}-voice`}
            value={draft.voiceId}
            onChoose={(voiceId) => {
              const { speed = draft.speed } = voices.find((voice) => voice.id === voiceId) ?? {};
              onDraft({ ...draft, voiceId, speed });
            }}
          />
        </div>
        <SpeedSlider speed={draft.speed} onChange={(speed) => onDraft({ ...draft, speed })} />
        {isNew ? null : (
          <div className="field edit-line-said">
            <label htmlFor={`${id}-said`}>Say it as</label>
            <input
              id={`${id}-said`}
              className="input"
              placeholder="As it is written"
              value={draft.spokenAs}
              onChange={({ target }) => onDraft({ ...draft, spokenAs: target.value })}
            />
          </div>
        )}
      </div>
      <div className="row">
        <Button look="primary" type="submit" disabled={change === null || busy}>
          {speakWords(estimate)}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
