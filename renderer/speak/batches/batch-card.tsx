import { ArrowUpToLine, ChevronRight, Coins, Download, Headphones, RotateCcw, Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { BatchView } from '../../../electron/contract/calls.ts';
import { call } from '../../bridge.ts';
import { type Act, useAct } from '../../parts/act.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { type MenuAction, MoreMenu } from '../../parts/more-menu.tsx';
import { BatchProgress } from '../../parts/queue/batch-progress.tsx';
import { linesLeft, spentWords } from '../../parts/queue/batch-words.ts';
import { speedWords } from '../../parts/speed-slider.tsx';
import { useMirror } from '../../store.ts';
import { useWindowState } from '../../window-state.tsx';
import { BatchLines } from './batch-lines.tsx';
import { BatchPlayer } from './batch-player.tsx';
import { ExportBatch } from './export-batch.tsx';
import { RemoveBatch } from './remove-batch.tsx';
import { SetCeiling } from './set-ceiling.tsx';
import { useBatchListening } from './use-batch-listening.ts';

type Doing = 'nothing' | 'exporting' | 'removing' | 'limiting';

/** A text or document that is spoken line by line: how far it is, its lines to open, and taking it out as files. */
export function BatchCard({ batch }: { readonly batch: BatchView }) {
  const [isOpen, setOpen] = useState(false);
  const [doing, setDoing] = useState<Doing>('nothing');
  const act = useAct();
  const whole = useBatchListening(batch.id, act);
  const listen = async () => {
    if (await whole.start()) setOpen(true);
  };
  const costs = useMirror(
    ({ voices, servers }) =>
      servers.find(({ id }) => id === voices.find((voice) => voice.id === batch.voiceId)?.server)?.kind ===
      'remote',
  );
  const done = () => setDoing('nothing');
  const card = useRef<HTMLElement>(null);
  const { shownBatch, showBatch } = useWindowState();
  useEffect(() => {
    if (shownBatch !== batch.id) return;
    setOpen(true);
    card.current?.scrollIntoView({ block: 'start' });
    showBatch(null);
  }, [shownBatch, showBatch, batch.id]);
  return (
    <article ref={card} className="spoken batch" aria-label={batch.name}>
      <div className="spoken-head">
        <button
          type="button"
          className="batch-open"
          aria-expanded={isOpen}
          onClick={() => setOpen((open) => !open)}
        >
          <ChevronRight size={18} aria-hidden="true" />
          <span className="cut batch-name">{batch.name}</span>
        </button>
        <MoreMenu actions={seldom(batch, { act, costs, setDoing })} about={batch.name} />
      </div>
      <BatchProgress batch={batch} />
      <div className="row batch-acts">
        <BatchVoice batch={batch} />
        <BatchActs
          batch={batch}
          act={act}
          onListen={() => void listen()}
          onExport={() => setDoing('exporting')}
        />
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      {doing === 'exporting' ? <ExportBatch batch={batch} onDone={done} /> : null}
      {doing === 'limiting' ? <SetCeiling batch={batch} onDone={done} /> : null}
      {doing === 'removing' ? <RemoveBatch batch={batch} onDone={done} /> : null}
      {whole.track === null ? null : (
        <BatchPlayer
          track={whole.track}
          listening={whole.listening}
          about={batch.name}
          onClose={whole.stop}
        />
      )}
      {isOpen ? <BatchLines batch={batch} heard={whole.heard} /> : null}
    </article>
  );
}

function BatchVoice({ batch }: { readonly batch: BatchView }) {
  const spent = spentWords(batch);
  const voice = useMirror((snapshot) => snapshot.voices.find(({ id }) => id === batch.voiceId));
  return (
    <p className="spoken-facts">
      <span className="cut">{voice?.name ?? 'A voice that is deleted'}</span>
      {batch.speed === 1 ? null : <Badge>{speedWords(batch.speed)}</Badge>}
      {spent === null ? null : <span className="number">{spent}</span>}
    </p>
  );
}

interface BatchActsProps {
  readonly batch: BatchView;
  readonly act: Act;
  onListen(): void;
  onExport(): void;
}

function BatchActs({ batch, act, onListen, onExport }: BatchActsProps) {
  const ask = { batchId: batch.id };
  const { counts } = batch;
  const missed = counts.failed + counts.canceled;
  return (
    <div className="row push">
      {linesLeft(batch) === 0 ? null : (
        <Button
          look="quiet"
          icon={<X size={16} aria-hidden="true" />}
          disabled={act.busy}
          onClick={() => void act.run(call('batch.cancel', ask))}
        >
          Cancel
        </Button>
      )}
      {missed === 0 ? null : (
        <Button
          look="quiet"
          icon={<RotateCcw size={16} aria-hidden="true" />}
          disabled={act.busy}
          onClick={() => void act.run(call('batch.retry', ask))}
        >
          {counts.failed === 0 ? 'Speak the rest' : 'Try again what failed'}
        </Button>
      )}
      {counts.done === 0 ? null : (
        <>
          <Button look="quiet" icon={<Headphones size={16} aria-hidden="true" />} onClick={onListen}>
            Listen
          </Button>
          <Button look="quiet" icon={<Download size={16} aria-hidden="true" />} onClick={onExport}>
            Export…
          </Button>
        </>
      )}
    </div>
  );
}

interface Seldom {
  readonly act: Act;
  /** Its server charges for what it speaks. */
  readonly costs: boolean;
  setDoing(doing: Doing): void;
}

function seldom(batch: BatchView, { act, costs, setDoing }: Seldom): readonly MenuAction[] {
  const first = {
    words: 'Speak it first',
    icon: <ArrowUpToLine size={16} />,
    run: () => void act.run(call('batch.reorder', { batchId: batch.id, to: 'first' })),
  };
  const limit = {
    words: 'Most credits for it…',
    icon: <Coins size={16} />,
    run: () => setDoing('limiting'),
  };
  return [
    ...(batch.counts.waiting > 0 ? [first] : []),
    ...(costs && linesLeft(batch) > 0 ? [limit] : []),
    { words: 'Remove…', icon: <Trash2 size={16} />, danger: true, run: () => setDoing('removing') },
  ];
}
