import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { speechParts } from '../../electron/cloning/sample/script-parts.ts';
import type { Take } from '../../electron/recording/take.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Badge } from '../parts/badge.tsx';
import { IconButton } from '../parts/button.tsx';
import { useNow } from '../parts/clock.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { dayWords } from '../parts/time-words.ts';
import { undoBar } from '../parts/undo.ts';
import { useMirror } from '../store.ts';
import { keptTakes } from './sample/sample-parts.ts';
import { useSample } from './sample/use-sample.ts';
import { useSampleEdits } from './sample/use-sample-edits.ts';
import { ChooseFile, Imports } from './take-in/import-row.tsx';
import { TakePlayer } from './taking/take-player.tsx';

/** Every recording that is kept: to hear, to choose for the sample, to discard. */
export function KeptTakes() {
  const all = useMirror((snapshot) => snapshot.takes);
  const takes = useMemo(() => keptTakes(all), [all]);
  const { parts } = useSample();
  const { edit } = useSampleEdits();
  const choose = (take: Take, wanted: boolean) =>
    edit(wanted ? [...parts, ...speechParts(take)] : parts.filter(({ takeId }) => takeId !== take.id));
  return (
    <section className="kept" aria-label="Your recordings">
      <div className="row">
        <h2>Your recordings</h2>
        <span className="push">
          <ChooseFile />
        </span>
      </div>
      <Imports />
      {takes.length === 0 ? null : <p className="soft small">The ticked ones together make the sample.</p>}
      <ul>
        {takes.map((take) => (
          <KeptTake
            key={take.id}
            take={take}
            chosen={parts.some(({ takeId }) => takeId === take.id)}
            onChoose={(wanted) => void choose(take, wanted)}
          />
        ))}
      </ul>
    </section>
  );
}

interface KeptTakeProps {
  readonly take: Take;
  readonly chosen: boolean;
  onChoose(wanted: boolean): void;
}

function KeptTake({ take, chosen, onChoose }: KeptTakeProps) {
  const act = useAct();
  const onlyConsent = speechParts(take).length === 0;
  const when = dayWords(take.createdAt, useNow(false));
  const discard = async () => {
    const gone = await act.run(call('take.discard', { takeId: take.id }));
    if (gone === undefined) return;
    undoBar.offer({
      words: 'Recording discarded.',
      undo: () => void act.run(call('take.restore', { takeId: take.id })),
    });
  };
  return (
    <li className="kept-take" data-chosen={chosen}>
      <div className="row">
        <label className="kept-choose">
          <input
            type="checkbox"
            checked={chosen}
            disabled={onlyConsent}
            onChange={(event) => onChoose(event.target.checked)}
          />
          <span>{when}</span>
        </label>
        <span className="soft small cut">{sourceWords(take)}</span>
        {onlyConsent ? <Badge>only the consent</Badge> : null}
        {take.state.status === 'kept' && take.state.recovered ? <Badge tone="warn">recovered</Badge> : null}
        <IconButton
          label="Discard"
          title="Discard this recording"
          className="push"
          onClick={() => void discard()}
        >
          <Trash2 size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <TakePlayer take={take} about={`the recording of ${when}`} />
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </li>
  );
}

function sourceWords(take: Take): string {
  if (take.source.kind === 'cleaned') return 'Copy without the noise';
  return take.source.kind === 'microphone' ? take.source.device : take.source.fileName;
}
