import { RotateCcw } from 'lucide-react';
import { memo } from 'react';
import { type BatchLineView, mediaPath } from '../../../electron/contract/calls.ts';
import { isSettled } from '../../../electron/jobs/job.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Badge, StockBadge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { useNow } from '../../parts/clock.ts';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { FailedJob } from '../../parts/queue/job-line.tsx';
import { Player } from '../../parts/sound/player.tsx';
import { useMirror } from '../../store.ts';
import { doubtWords, lineWords } from './line-words.ts';

interface BatchLineProps {
  readonly batchId: string;
  /** Undefined until it was answered. */
  readonly line: BatchLineView | undefined;
  /** Its place, from 0. */
  readonly at: number;
}

/** One line of a batch: its words, its sound or what it waits for, and saying it again. Drawn anew only where it changed. */
export const BatchLine = memo(function BatchLine({ batchId, line, at }: BatchLineProps) {
  if (line === undefined) return <div className="batch-line" aria-busy="true" />;
  const { state } = line;
  return (
    <article className="batch-line" aria-label={line.text}>
      <div className="row batch-line-head">
        <span className="soft small number" aria-hidden="true">
          {at + 1}
        </span>
        <p className="batch-line-text">{line.text}</p>
        <SayAgain batchId={batchId} line={line} />
      </div>
      {line.clipId === undefined ? null : (
        <Player
          key={line.clipId}
          url={mediaPath('clips', line.clipId)}
          seconds={line.seconds ?? 0}
          about={`line ${at + 1}`}
        />
      )}
      <LineFacts line={line} />
      {state?.status === 'failed' && line.jobId !== undefined ? (
        <FailedJob jobId={line.jobId} fault={state.fault} />
      ) : null}
    </article>
  );
});

function LineFacts({ line }: { readonly line: BatchLineView }) {
  const { state, stock, doubts = [] } = line;
  const now = useNow(state !== undefined && !isSettled(state));
  const voice = useMirror(({ voices }) => voices.find(({ id }) => id === line.voiceId));
  const words = lineWords(state, now);
  if (words === null && stock === undefined && doubts.length === 0 && voice === undefined) return null;
  return (
    <p className="spoken-facts number">
      {words === null ? null : <span>{words}</span>}
      {voice === undefined ? null : <span className="cut">{voice.name}</span>}
      {stock === undefined ? null : <StockBadge stock={stock} />}
      {doubts.map((doubt) => (
        <Badge key={doubt} tone="warn">
          {doubtWords(doubt)}
        </Badge>
      ))}
    </p>
  );
}

/** Only for a line that has a sound or was canceled: one that waits will be said anyway, one that failed is tried again. */
function SayAgain({ batchId, line }: { readonly batchId: string; readonly line: BatchLineView }) {
  const act = useAct();
  const status = line.state?.status;
  if (status !== 'canceled' && (line.clipId === undefined || (status !== undefined && status !== 'done')))
    return null;
  return (
    <>
      <Button
        look="quiet"
        className="push"
        icon={<RotateCcw size={16} aria-hidden="true" />}
        disabled={act.busy}
        onClick={() => void act.run(call('batch.redo', { batchId, lineIds: [line.id] }))}
      >
        Say again
      </Button>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}
