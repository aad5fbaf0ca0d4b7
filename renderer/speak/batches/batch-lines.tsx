import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { BatchView } from '../../../electron/contract/calls.ts';
import type { LinesChange } from '../../../electron/speaking/batches/change-lines.ts';
import type { TrackLine } from '../../../electron/speaking/batches/track.ts';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { useSame } from '../../parts/same.ts';
import { LanguageWarning } from '../language-warning.tsx';
import type { LineActs } from './batch-line.tsx';
import { EditLine } from './edit-line.tsx';
import { draftOf, type LineDraft, newDraft } from './line-draft.ts';
import { LineInView } from './line-in-view.tsx';
import { LinesBar } from './lines-bar.tsx';
import { useChosenLines } from './use-chosen-lines.ts';
import { useLineChanges } from './use-line-changes.ts';
import { useLines } from './use-lines.ts';

/**
 * Of a line that was not measured yet, in pixels: with one row of words, and what it waits for or how it sounds. Where
 * this is what it measures, no place of the lines behind it has to be reckoned anew.
 */
const HEIGHTS = { waiting: 77, spoken: 93 } as const;
/** So many lines before and behind those in view are asked for with them: mostly they are known when they come. */
const AHEAD = 60;

interface BatchLinesProps {
  readonly batch: BatchView;
  /** The line that is heard while one listens to the batch as a whole, and how to hear it from another; null: one does not. */
  readonly heard?: { readonly line: TrackLine | null; playLine(lineId: string): void } | null;
}

/** The lines of a batch, however many, to be heard and changed: only those in view are drawn, and asked for. */
export function BatchLines({ batch, heard = null }: BatchLinesProps) {
  const lines = useLines(batch);
  const { known, fault, need } = lines;
  const chosen = useChosenLines(batch, lines);
  const changes = useLineChanges(batch);
  const [draft, setDraft] = useState<LineDraft | null>(null);
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: batch.lines,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[known.get(index)?.clipId === undefined ? 'waiting' : 'spoken'],
    // The height before the first measuring: 400 px, as the style says.
    initialRect: { width: 800, height: 400 },
    overscan: 4,
    // A list that draws itself within the scroll event holds the frame up.
    useFlushSync: false,
  });
  const shown = rows.getVirtualItems();
  const first = shown.at(0)?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(
    () => need(Math.max(0, first - AHEAD), Math.min(batch.lines - 1, last + AHEAD)),
    [need, first, last, batch.lines],
  );
  const place = heard?.line?.place;
  useEffect(() => {
    if (place !== undefined) rows.scrollToIndex(place, { align: 'auto' });
  }, [rows, place]);

  const save = (change: LinesChange, { text, voiceId }: LineDraft) =>
    changes.change(change, {
      words: change.is === 'insert' ? 'Line added.' : 'Line changed.',
      spoken: { voiceId, text },
      onDone: () => setDraft(null),
    });
  const acts = useSame<LineActs>({
    toggle: (line, toHere) => void chosen.toggle(line, toHere),
    move: (id, before) => changes.change({ is: 'move', lineIds: [id], before }, { words: 'Line moved.' }),
    remove: (id) =>
      changes.change(
        { is: 'remove', lineIds: [id] },
        { words: 'Line removed.', onDone: () => chosen.drop(id) },
      ),
    sayAgain: (id) => changes.sayAgain([id]),
    hearFrom: (id) => heard?.playLine(id),
    takeOwn: (id) => void changes.takeOwn(id),
    putBack: (id) => void changes.putBack(id),
    edit: (line) => setDraft(draftOf(line, batch)),
    insertBefore: (id) => setDraft(newDraft(id, batch)),
  });
  /** What those that are ticked say, of those that are known: enough to tell its language. */
  const textOf = () =>
    [...known.values()].flatMap(({ id, text }) => (chosen.has(id) ? [text] : [])).join('\n\n');
  /** Lines that were ticked may not be there after it. */
  const undo = () => {
    chosen.clear();
    changes.undo();
  };
  const undoByKey = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (isField || event.target instanceof HTMLTextAreaElement || !batch.canUndo) return;
    if (event.key !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    undo();
  };
  const writing = (of: (draft: LineDraft['of']) => boolean) =>
    draft !== null && of(draft.of) ? draft : null;
  const editor = (shownDraft: LineDraft | null, at?: number) =>
    shownDraft === null ? null : (
      <EditLine
        batch={batch}
        draft={shownDraft}
        line={shownDraft.of.is === 'line' && at !== undefined ? known.get(at) : undefined}
        busy={changes.act.busy}
        onDraft={setDraft}
        onSave={(change) => save(change, shownDraft)}
        onCancel={() => {
          changes.language.dismiss();
          setDraft(null);
        }}
      />
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: taking back by key, wherever the focus is among the lines
    <div className="batch-lines-all" onKeyDown={undoByKey}>
      <LinesBar
        batch={batch}
        chosen={chosen}
        changes={changes}
        textOf={textOf}
        onUndo={undo}
        onAdd={() => setDraft(newDraft(null, batch))}
      />
      {fault === null ? null : <FaultPanel fault={fault} />}
      <LanguageWarning check={changes.language} />
      {changes.act.fault === null ? null : <FaultPanel fault={changes.act.fault} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section ref={scroller} className="batch-lines" aria-label={`Lines of ${batch.name}`} tabIndex={0}>
        <ol style={{ height: rows.getTotalSize() }}>
          {shown.map(({ key, index, start }) => {
            const line = known.get(index);
            return (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                aria-setsize={batch.lines}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                {line === undefined
                  ? null
                  : editor(writing((of) => of.is === 'new' && of.before === line.id))}
                <LineInView
                  isMoving={rows.isScrolling}
                  line={line}
                  at={index}
                  rowKind={batch.rowKind}
                  isLast={index === batch.lines - 1}
                  isChosen={line !== undefined && chosen.has(line.id)}
                  isBusy={changes.act.busy}
                  acts={acts}
                  isHeard={heard === null ? undefined : line !== undefined && line.id === heard.line?.lineId}
                  above={known.get(index - 1)?.id}
                  below={index + 2 < batch.lines ? known.get(index + 2)?.id : null}
                  editor={
                    line === undefined
                      ? null
                      : editor(
                          writing((of) => of.is === 'line' && of.id === line.id),
                          index,
                        )
                  }
                />
              </li>
            );
          })}
        </ol>
      </section>
      {editor(writing((of) => of.is === 'new' && of.before === null))}
    </div>
  );
}
