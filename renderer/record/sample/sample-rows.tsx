import { Mic, Pause, Play, Redo2, Scissors, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import type { SamplePart } from '../../../electron/cloning/sample/sample.ts';
import { mediaPath } from '../../../electron/contract/calls.ts';
import type { Take } from '../../../electron/recording/take.ts';
import { IconButton } from '../../parts/button.tsx';
import { Hint } from '../../parts/hint.tsx';
import { type SpanPlayer, useSpanPlayer } from '../../parts/sound/span-player.ts';
import { useWindowState } from '../../window-state.tsx';
import { type ScriptReading, useScript } from '../reading/use-script.ts';
import { TrimView } from './trim-view.tsx';
import { useUndoKeys } from './undo-keys.ts';
import type { Sample } from './use-sample.ts';
import { type SampleEdits, useSampleEdits } from './use-sample-edits.ts';

/** Every part of the sample: to hear, to read again, to trim, to leave out; and the way back. */
export function SampleRows({
  sample,
  onReread,
}: {
  readonly sample: Sample;
  onReread(sentence: number): void;
}) {
  const script = useScript();
  const edits = useSampleEdits();
  const player = useSpanPlayer();
  const [trimmed, setTrimmed] = useState<number | null>(null);
  const { trimming, setTrimming } = useWindowState();
  useUndoKeys(edits);
  const { parts } = sample;
  return (
    <section className="sample-rows" aria-label="What the sample is made of">
      <div className="row">
        <h2>What it is made of</h2>
        <EditButtons edits={edits} />
      </div>
      <ol>
        {parts.map((part, at) => (
          <SampleRow
            key={`${part.takeId} ${part.from} ${part.sentence}`}
            part={part}
            take={sample.takes.find(({ id }) => id === part.takeId)}
            words={partWords(part, script)}
            player={player}
            trimming={trimmed === at || trimming === part.takeId}
            onTrim={() => {
              setTrimming(null);
              setTrimmed(trimmed === at || trimming === part.takeId ? null : at);
            }}
            onTrimmed={(stretch) => {
              setTrimmed(null);
              setTrimming(null);
              if (stretch) void edits.edit(parts.map((one, i) => (i === at ? { ...one, ...stretch } : one)));
            }}
            onReread={part.sentence === undefined ? undefined : () => onReread(part.sentence ?? 0)}
            onLeaveOut={() => void edits.edit(parts.filter((_, i) => i !== at))}
          />
        ))}
      </ol>
    </section>
  );
}

function EditButtons({ edits }: { readonly edits: SampleEdits }) {
  return (
    <span className="row push">
      <IconButton label="Undo" title="Undo (Ctrl+Z)" disabled={!edits.canUndo} onClick={edits.undo}>
        <Undo2 size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label="Redo" title="Redo (Ctrl+Shift+Z)" disabled={!edits.canRedo} onClick={edits.redo}>
        <Redo2 size={16} aria-hidden="true" />
      </IconButton>
    </span>
  );
}

interface SampleRowProps {
  readonly part: SamplePart;
  readonly take: Take | undefined;
  readonly words: string;
  readonly player: SpanPlayer;
  readonly trimming: boolean;
  onTrim(): void;
  onTrimmed(stretch: { readonly from: number; readonly to: number } | null): void;
  readonly onReread: (() => void) | undefined;
  onLeaveOut(): void;
}

function SampleRow(props: SampleRowProps) {
  const { part, take, words, player, trimming } = props;
  if (take === undefined) return null;
  const key = `${part.takeId} ${part.from} ${part.to}`;
  const [from, to] = [part.from / take.sampleRate, part.to / take.sampleRate];
  const plays = player.playing === key;
  return (
    <li className="sample-row">
      <div className="row">
        <IconButton
          label={plays ? 'Stop' : `Play “${words}”`}
          className="player-button"
          onClick={() => player.toggle(key, { url: mediaPath('takes', take.id), from, to })}
        >
          {plays ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
        </IconButton>
        <p className="cut sample-words" title={words}>
          {words}
        </p>
        <span className="soft small number sample-seconds">{(to - from).toFixed(1)} s</span>
        {props.onReread === undefined ? null : (
          <Hint words="Read this sentence again">
            <IconButton label={`Read “${words}” again`} onClick={props.onReread}>
              <Mic size={16} aria-hidden="true" />
            </IconButton>
          </Hint>
        )}
        <Hint words="Choose which part of it">
          <IconButton label={`Trim “${words}”`} aria-expanded={trimming} onClick={props.onTrim}>
            <Scissors size={16} aria-hidden="true" />
          </IconButton>
        </Hint>
        <Hint words="Leave it out">
          <IconButton label={`Leave out “${words}”`} onClick={props.onLeaveOut}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </Hint>
      </div>
      {trimming ? <TrimView take={take} stretch={part} onDone={props.onTrimmed} /> : null}
    </li>
  );
}

/** The sentence that is read in a part, or where its sound comes from. */
function partWords({ sentence }: SamplePart, script: ScriptReading): string {
  const text = sentence === undefined ? '' : script.textOf(sentence);
  return text === '' ? 'What you said freely' : text;
}
