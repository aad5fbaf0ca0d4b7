import { Pause, Play, Star } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import type { ClipView } from '../../../electron/contract/calls.ts';
import { useAct } from '../../parts/act.ts';
import { IconButton } from '../../parts/button.tsx';
import { useNow } from '../../parts/clock.ts';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { clockWords, dayWords } from '../../parts/time-words.ts';
import { clipAbout, starClips } from '../clip-actions.ts';
import { ClipBadges } from '../clip-badges.tsx';
import { ClipMenu } from '../clip-menu.tsx';
import { dragOut } from '../drag-out.tsx';
import { ExportProgress } from '../exporting/export-progress.tsx';
import { useExport } from '../exporting/use-export.ts';
import { batchWords } from './history-words.ts';
import type { Keys } from './selection-rules.ts';

/** What can be done with rows; the same object for as long as they are shown. */
export interface RowActs {
  click(at: number, keys: Keys): void;
  play(clipId: string): void;
}

export interface HistoryRowProps {
  /** Undefined until it was read. */
  readonly view: ClipView | undefined;
  /** Its place, from 0. */
  readonly at: number;
  readonly chosen: boolean;
  readonly playing: boolean;
  /** All that is chosen, where this is among it: dragged together. */
  readonly chosenIds: readonly string[] | null;
  readonly acts: RowActs;
}

/** One clip of the history: chosen with a click, heard, starred, dragged out. Drawn anew only where it changed. */
export const HistoryRow = memo(function HistoryRow(props: HistoryRowProps) {
  const { view, at, chosen, playing, chosenIds, acts } = props;
  const act = useAct();
  const exporting = useExport(view?.clip.id ?? '');
  if (view === undefined) return <div className="history-row" aria-busy="true" />;
  const { clip } = view;
  const click = (event: MouseEvent) =>
    acts.click(at, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys, for whichever row one is at
    // biome-ignore lint/a11y/noStaticElementInteractions: the row around it has the role
    <div
      className="history-row"
      data-chosen={chosen}
      onClick={click}
      {...dragOut(chosenIds ?? [clip.id], act)}
    >
      <input
        type="checkbox"
        aria-label={`Choose ${clipAbout(clip)}`}
        checked={chosen}
        tabIndex={-1}
        onChange={() => undefined}
        onClick={(event) => {
          event.stopPropagation();
          acts.click(at, { shift: event.shiftKey, ctrl: !event.shiftKey });
        }}
      />
      <IconButton
        className="player-button"
        tabIndex={-1}
        label={`${playing ? 'Pause' : 'Play'} ${clipAbout(clip)}`}
        onClick={(event) => {
          event.stopPropagation();
          acts.play(clip.id);
        }}
      >
        {playing ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
      </IconButton>
      <div className="history-words">
        <RowWords view={view} />
        <ExportProgress exporting={exporting} exportId={clip.id} />
        {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      </div>
      <IconButton
        className="history-star"
        tabIndex={-1}
        label={clip.isFavourite ? 'No longer a favourite' : 'Make it a favourite'}
        aria-pressed={clip.isFavourite === true}
        onClick={(event) => {
          event.stopPropagation();
          starClips([clip.id], !clip.isFavourite, act);
        }}
      >
        <Star size={16} aria-hidden="true" />
      </IconButton>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps the menu's clicks from choosing the row */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <span onClick={(event) => event.stopPropagation()}>
        <ClipMenu clip={clip} act={act} exporting={exporting} />
      </span>
    </div>
  );
});

/** The same without what one could press, as high, while the list moves: a dozen rows a frame come and go then. */
export function PassingRow({ view, chosen }: HistoryRowProps) {
  if (view === undefined) return <div className="history-row" aria-busy="true" />;
  return (
    <div className="history-row" data-chosen={chosen}>
      <input type="checkbox" tabIndex={-1} aria-hidden="true" checked={chosen} readOnly />
      <span className="history-button" />
      <div className="history-words">
        <RowWords view={view} />
      </div>
      <span className="history-button" />
      <span className="history-button" />
    </div>
  );
}

function RowWords({ view }: { readonly view: ClipView }) {
  const { clip } = view;
  const now = useNow(false);
  const batch = batchWords(view);
  return (
    <>
      <p className="history-text">{clip.text}</p>
      <p className="spoken-facts number">
        <span className="cut">
          {clip.voiceName} · {dayWords(clip.createdAt, now)} ·{' '}
          {clockWords(Math.max(1, Math.round(clip.samples / clip.sampleRate)))}
          {batch === null ? '' : ` · ${batch}`}
        </span>
        <ClipBadges clip={clip} hasStar={false} />
      </p>
    </>
  );
}
