import { Plus, RotateCcw, Trash2, Undo2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { BatchView } from '../../../electron/contract/calls.ts';
import { Button } from '../../parts/button.tsx';
import { SpeedSlider } from '../../parts/speed-slider.tsx';
import { useMirror } from '../../store.ts';
import { SpeakerChoice } from '../speaker-choice.tsx';
import { linesWords } from '../text-rules.ts';
import type { ChosenLines } from './use-chosen-lines.ts';
import type { LineChanges } from './use-line-changes.ts';

interface LinesBarProps {
  readonly batch: BatchView;
  readonly chosen: ChosenLines;
  readonly changes: LineChanges;
  /** What the ticked lines say. */
  textOf(): string;
  onUndo(): void;
  onAdd(): void;
}

/** Above the lines: choosing all, adding one, taking back; and what is done with those that are ticked. */
export function LinesBar(props: LinesBarProps) {
  const { batch, chosen, changes, onUndo, onAdd } = props;
  return (
    <>
      <div className="row lines-bar">
        <span className="soft small number" aria-live="polite">
          {chosen.count === 0
            ? 'Tick lines to change several at once.'
            : `${linesWords(chosen.count)} ticked`}
        </span>
        <div className="row push">
          {chosen.count === batch.lines ? null : (
            <Button look="quiet" onClick={() => void chosen.all()}>
              Tick all
            </Button>
          )}
          {chosen.count === 0 ? null : (
            <Button look="quiet" onClick={chosen.clear}>
              Tick none
            </Button>
          )}
          {batch.canUndo ? (
            <Button
              look="quiet"
              icon={<Undo2 size={16} aria-hidden="true" />}
              disabled={changes.act.busy}
              onClick={onUndo}
            >
              Undo
            </Button>
          ) : null}
          <Button look="quiet" icon={<Plus size={16} aria-hidden="true" />} onClick={onAdd}>
            Add a line
          </Button>
        </div>
      </div>
      {chosen.count === 0 ? null : <ChosenLinesPanel {...props} />}
    </>
  );
}

/** The ticked lines, all at once: another voice or speed, said again, removed. */
function ChosenLinesPanel({ batch, chosen, changes, textOf }: LinesBarProps) {
  const id = useId();
  const [voiceId, setVoiceId] = useState<string | null>(null);
  const [speed, setSpeed] = useState<number | null>(null);
  const voices = useMirror((snapshot) => snapshot.voices);
  const shownSpeed = speed ?? voices.find((voice) => voice.id === voiceId)?.speed ?? batch.speed;
  const words = linesWords(chosen.count);
  const { busy } = changes.act;
  const { clear } = chosen;
  const revoice = () => {
    const how = { ...(voiceId !== null && { voiceId }), ...(speed !== null && { speed }) };
    changes.change(
      { is: 'edit', lineIds: chosen.named, ...how },
      {
        ...{ words: `${words} changed.`, onDone: clear },
        ...(voiceId !== null && { spoken: { voiceId, text: textOf() } }),
      },
    );
  };
  const remove = () =>
    changes.change({ is: 'remove', lineIds: chosen.named }, { words: `${words} removed.`, onDone: clear });
  return (
    <fieldset className="batch-panel lines-chosen" aria-label={`${words} ticked`}>
      <div className="edit-line-how">
        <div className="field">
          <label htmlFor={id}>Voice</label>
          <SpeakerChoice id={id} value={voiceId} placeholder="As it is" onChoose={setVoiceId} />
        </div>
        <SpeedSlider speed={shownSpeed} onChange={setSpeed} />
      </div>
      <div className="row batch-acts">
        <Button look="primary" disabled={busy || (voiceId === null && speed === null)} onClick={revoice}>
          {`Speak ${words} so`}
        </Button>
        <Button
          look="quiet"
          icon={<RotateCcw size={16} aria-hidden="true" />}
          disabled={busy}
          onClick={() => changes.sayAgain(chosen.ids)}
        >
          Say them again
        </Button>
        <Button look="quiet" icon={<Trash2 size={16} aria-hidden="true" />} disabled={busy} onClick={remove}>
          Remove them
        </Button>
      </div>
    </fieldset>
  );
}
