import { ArrowDown, ArrowUp, Pencil, Plus, RotateCcw, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode } from 'react';
import { type BatchLineView, type BatchView, mediaPath } from '../../../electron/contract/calls.ts';
import { IconButton } from '../../parts/button.tsx';
import { type MenuAction, MoreMenu } from '../../parts/more-menu.tsx';
import { FailedJob } from '../../parts/queue/job-line.tsx';
import { Player } from '../../parts/sound/player.tsx';
import { JumpText } from '../../parts/spoken-text.tsx';
import { LineFacts } from './line-facts.tsx';
import { lineName } from './line-words.ts';
import { type OwnActs, OwnLine } from './own-line.tsx';

/** What can be done with lines; the same object for as long as they are shown. */
export interface LineActs extends OwnActs {
  toggle(line: { readonly id: string; readonly at: number }, toHere: boolean): void;
  /** Puts a line before another one (null: behind all). */
  move(lineId: string, before: string | null): void;
  remove(lineId: string): void;
  sayAgain(lineId: string): void;
  /** Listens to the batch from this line on. */
  hearFrom(lineId: string): void;
  edit(line: BatchLineView): void;
  insertBefore(lineId: string): void;
}

export interface BatchLineProps {
  /** Undefined until it was answered. */
  readonly line: BatchLineView | undefined;
  /** Its place, from 0. */
  readonly at: number;
  readonly rowKind: BatchView['rowKind'];
  readonly isLast: boolean;
  readonly isChosen: boolean;
  readonly isBusy: boolean;
  readonly acts: LineActs;
  /** Whether it is heard; undefined while nobody listens to the batch as a whole. */
  readonly isHeard: boolean | undefined;
  /** Before which line it is put to move up; undefined: it cannot. */
  readonly above: string | undefined;
  /** The same to move down; null: behind all. */
  readonly below: string | null | undefined;
  /** What stands under its words while it is changed. */
  readonly editor: ReactNode;
}

/** One line of a batch: its words, its sound or what it waits for, and what can be done with it. Drawn anew only where it changed. */
export const BatchLine = memo(function BatchLine(props: BatchLineProps) {
  const { line, at, acts, isLast, isBusy, above, below, editor } = props;
  if (line === undefined) return <div className="batch-line" aria-busy="true" />;
  const { state, id } = line;
  const move = (before: string | null | undefined) => {
    if (before !== undefined && !isBusy) acts.move(id, before);
  };
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    if (event.key === 'ArrowUp') move(above);
    else if (!isLast) move(below);
  };
  const actions: readonly MenuAction[] = [
    { words: 'Insert a line above', icon: <Plus size={16} />, run: () => acts.insertBefore(id) },
    ...(above === undefined
      ? []
      : [{ words: 'Move up', icon: <ArrowUp size={16} />, run: () => move(above) }]),
    ...(isLast ? [] : [{ words: 'Move down', icon: <ArrowDown size={16} />, run: () => move(below) }]),
    {
      words: 'Remove',
      icon: <Trash2 size={16} />,
      danger: true,
      run: () => acts.remove(id),
    },
  ];
  return (
    <article className="batch-line" aria-label={line.text} onKeyDown={moveByKey}>
      <div className="row batch-line-head">
        <input
          type="checkbox"
          aria-label={`Choose line ${at + 1}`}
          checked={props.isChosen}
          onClick={({ shiftKey }) => acts.toggle({ id, at }, shiftKey)}
          onChange={() => undefined}
        />
        <span className="soft small number" aria-hidden="true">
          {lineName(line, props.rowKind, at)}
        </span>
        <p className="batch-line-text">
          {props.isHeard === undefined ? (
            line.text
          ) : (
            <JumpText text={line.text} isHeard={props.isHeard} onJump={() => acts.hearFrom(id)} />
          )}
        </p>
        <LineButtons line={line} isBusy={isBusy} acts={acts} />
        <MoreMenu actions={actions} about={`line ${at + 1}`} />
      </div>
      {editor}
      {line.clipId === undefined ? null : (
        <Player
          key={line.clipId}
          url={mediaPath('clips', line.clipId)}
          seconds={line.seconds ?? 0}
          about={`line ${at + 1}`}
        />
      )}
      <LineFacts line={line} />
      <OwnLine line={line} isBusy={isBusy} acts={acts} />
      {state?.status === 'failed' && line.jobId !== undefined ? (
        <FailedJob jobId={line.jobId} fault={state.fault} since={state.at} />
      ) : null}
    </article>
  );
});

interface LineButtonsProps {
  readonly line: BatchLineView;
  readonly isBusy: boolean;
  readonly acts: LineActs;
}

/**
 * Saying it again is only for a line with a sound, or canceled, or whose sound was discarded: one that waits will be said,
 * one that failed is tried again.
 */
function LineButtons({ line, isBusy, acts }: LineButtonsProps) {
  const status = line.state?.status;
  const canBeSaid = status === 'canceled' || status === undefined || status === 'done';
  return (
    <>
      {canBeSaid ? (
        <IconButton
          label="Say again"
          title="Say it again: another take of this line"
          disabled={isBusy}
          onClick={() => acts.sayAgain(line.id)}
        >
          <RotateCcw size={16} aria-hidden="true" />
        </IconButton>
      ) : null}
      <IconButton label="Change" title="Change its words, voice or speed" onClick={() => acts.edit(line)}>
        <Pencil size={16} aria-hidden="true" />
      </IconButton>
    </>
  );
}
