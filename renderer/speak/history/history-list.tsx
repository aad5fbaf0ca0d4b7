import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useSame } from '../../parts/same.ts';
import type { RowActs } from './history-row.tsx';
import { RowInView } from './row-in-view.tsx';
import { allChosen, clicked, moved, NOTHING_CHOSEN, type Selection } from './selection-rules.ts';
import type { History } from './use-history.ts';

/** Of a row that was not measured yet, in pixels. */
const ROW_HEIGHT = 64;

interface HistoryListProps {
  readonly ids: readonly string[];
  readonly history: Pick<History, 'known' | 'need'>;
  readonly selection: Selection;
  /** What is chosen, in the order of the list: dragged together. */
  readonly chosenIds: readonly string[];
  /** The clip that plays now. */
  readonly playing: string | null;
  onSelect(selection: Selection): void;
  onPlay(clipId: string): void;
  onDiscard(): void;
}

/** The clips, however many: those in view are read and drawn. Arrows, Shift and Ctrl choose as in a file manager. */
export function HistoryList(props: HistoryListProps) {
  const { ids, history, selection, playing, onSelect, onPlay } = props;
  const acts = useSame<RowActs>({
    click: (to, keys) => onSelect(clicked(selection, ids, { at: to, ...keys })),
    play: onPlay,
  });
  const { known, need } = history;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => ids[index] ?? index,
    initialRect: { width: 800, height: 400 },
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const first = shown.at(0)?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => void need(first, last), [need, first, last]);
  const { at } = selection;
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [rows, at]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: only the rows in view are drawn, which a table cannot do
    <div
      ref={scroller}
      className="history-list"
      role="grid"
      aria-label="Clips"
      aria-multiselectable="true"
      aria-rowcount={ids.length}
      aria-activedescendant={at >= 0 ? rowId(at) : undefined}
      tabIndex={0}
      onKeyDown={(event) => pressed(event, props)}
    >
      <div style={{ height: rows.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const id = ids[index] ?? '';
          const chosen = selection.chosen.has(id);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus for its rows
            // biome-ignore lint/a11y/useSemanticElements: as the list
            <div
              key={key}
              id={rowId(index)}
              ref={rows.measureElement}
              className="history-place"
              role="row"
              data-index={index}
              data-at={index === at}
              aria-rowindex={index + 1}
              aria-selected={chosen}
              aria-label={known.get(id)?.clip.text}
              style={{ transform: `translateY(${start}px)` }}
            >
              {/* biome-ignore lint/a11y/useFocusableInteractive: as the row */}
              {/* biome-ignore lint/a11y/useSemanticElements: as the list */}
              <div role="gridcell">
                <RowInView
                  isMoving={rows.isScrolling}
                  view={known.get(id)}
                  at={index}
                  chosen={chosen}
                  playing={id === playing}
                  chosenIds={chosen ? props.chosenIds : null}
                  acts={acts}
                />
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function rowId(index: number): string {
  return `history-row-${index}`;
}

/** A window's height of rows. */
const PAGE_ROWS = 8;

/** The keys of a file manager; Space is the player's here and not the recording's. */
function pressed(event: KeyboardEvent, props: HistoryListProps): void {
  const { ids, selection, onSelect, onPlay, onDiscard } = props;
  const keys = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey };
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE_ROWS, PageUp: -PAGE_ROWS }[event.key];
  const to = { Home: 0, End: ids.length - 1 }[event.key] ?? (step && selection.at + step);
  const id = ids[selection.at];
  const act = (): boolean => {
    if (to !== undefined) onSelect(moved(selection, ids, { at: to, ...keys }));
    else if (event.key === 'a' && keys.ctrl) onSelect(allChosen(selection, ids));
    else if (event.key === ' ' && keys.ctrl) onSelect(clicked(selection, ids, { at: selection.at, ...keys }));
    else if ((event.key === ' ' || event.key === 'Enter') && id !== undefined) onPlay(id);
    else if (event.key === 'Delete' && selection.chosen.size > 0) onDiscard();
    else if (event.key === 'Escape' && selection.chosen.size > 0) onSelect(NOTHING_CHOSEN);
    else return event.key === ' ';
    return true;
  };
  if (event.target !== event.currentTarget || !act()) return;
  event.preventDefault();
  event.stopPropagation();
}
