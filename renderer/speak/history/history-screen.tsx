import { ArrowLeft, History as HistoryIcon, SearchX } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useEscapeKey } from '../../parts/escape-key.ts';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import type { PlayerControl } from '../../parts/sound/player.tsx';
import { useWindowState } from '../../window-state.tsx';
import { discardClips } from '../clip-actions.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { HistoryList } from './history-list.tsx';
import { HistoryToolbar } from './history-toolbar.tsx';
import { foundWords } from './history-words.ts';
import { NowPlaying } from './now-playing.tsx';
import { NOTHING_CHOSEN, stillThere } from './selection-rules.ts';
import { useHistory } from './use-history.ts';

const EVERYTHING = { typed: '', voiceId: null, tag: null } as const;

/** Every clip that was ever spoken and is kept, also those of batches that were removed. */
export function HistoryScreen() {
  const { showHistory, clipQuery, setClipQuery } = useWindowState();
  const history = useHistory(clipQuery);
  const { ids, of, bytes, known, fault } = history;
  const [wished, setSelection] = useState(NOTHING_CHOSEN);
  const selection = useMemo(() => stillThere(wished, ids ?? []), [wished, ids]);
  const [current, setCurrent] = useState<string | null>(null);
  const [playing, setPlaying] = useState(false);
  const player = useRef<PlayerControl>(null);
  const act = useAct();
  const chosen = useMemo(() => (ids ?? []).filter((id) => selection.chosen.has(id)), [ids, selection]);
  const clip = current === null ? undefined : known.get(current)?.clip;
  useEscapeKey(() => showHistory(false));
  const play = (clipId: string) => {
    if (clipId === current) player.current?.toggle();
    else setCurrent(clipId);
  };
  return (
    <div className="screen history">
      <div className="row">
        <h1>All clips</h1>
        <p className="soft small number" aria-live="polite">
          {ids === null ? '' : foundWords(ids.length, of, bytes)}
        </p>
        <Button
          look="quiet"
          className="push"
          icon={<ArrowLeft size={16} aria-hidden="true" />}
          onClick={() => showHistory(false)}
        >
          Speak
        </Button>
      </div>
      <HistoryToolbar query={clipQuery} onQuery={setClipQuery} />
      {fault === null ? null : <FaultPanel fault={fault} />}
      {ids !== null && ids.length === 0 ? (
        <NothingFound any={of > 0} onShowAll={() => setClipQuery(EVERYTHING)} />
      ) : (
        <HistoryList
          ids={ids ?? []}
          history={history}
          selection={selection}
          chosenIds={chosen}
          playing={playing ? current : null}
          onSelect={setSelection}
          onPlay={play}
          onDiscard={() => void discardClips(chosen, act)}
        />
      )}
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      <ChosenBar clipIds={chosen} onClear={() => setSelection(NOTHING_CHOSEN)} />
      {clip === undefined || clip.state.status !== 'kept' ? null : (
        <NowPlaying
          key={clip.id}
          clip={clip}
          control={player}
          onPlaying={setPlaying}
          onClose={() => setCurrent(null)}
        />
      )}
    </div>
  );
}

function NothingFound({ any, onShowAll }: { readonly any: boolean; onShowAll(): void }) {
  if (!any)
    return (
      <EmptyState
        icon={<HistoryIcon size={26} />}
        words="Everything a voice says is kept here, until you discard it."
      />
    );
  return (
    <EmptyState icon={<SearchX size={26} />} words="No clip is like that.">
      <Button onClick={onShowAll}>Show all</Button>
    </EmptyState>
  );
}
