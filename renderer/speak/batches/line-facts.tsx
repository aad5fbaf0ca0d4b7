import type { BatchLineView } from '../../../electron/contract/calls.ts';
import { isSettled } from '../../../electron/jobs/job.ts';
import { Badge, StockBadge } from '../../parts/badge.tsx';
import { useNow } from '../../parts/clock.ts';
import { speedWords } from '../../parts/speed-slider.tsx';
import { useMirror } from '../../store.ts';
import { RecordingBadge } from '../clip-badges.tsx';
import { doubtWords, lineWords } from './line-words.ts';

/** What there is to say of a line besides its words: what it waits for, who says it and how, what to hear again. */
export function LineFacts({ line }: { readonly line: BatchLineView }) {
  const { state, stock, speed, spokenAs, fileName, isOld, doubts = [] } = line;
  const now = useNow(state !== undefined && !isSettled(state));
  const { voiceId } = line;
  const voice = useMirror(({ voices }) =>
    voiceId === undefined ? undefined : voices.find(({ id }) => id === voiceId),
  );
  const facts = [
    lineWords(state, now),
    voice?.name,
    fileName,
    spokenAs === undefined ? undefined : `said as “${spokenAs}”`,
  ].filter((fact) => fact !== null && fact !== undefined);
  const badges = [
    ...(speed === undefined ? [] : [speedWords(speed)]),
    ...(isOld ? ['as it was before'] : []),
  ];
  const isPlain = stock === undefined && doubts.length === 0 && !line.isRecording;
  if (facts.length === 0 && badges.length === 0 && isPlain) return null;
  return (
    <p className="spoken-facts batch-line-facts number">
      {facts.map((fact) => (
        <span key={fact} className="cut">
          {fact}
        </span>
      ))}
      {badges.map((badge) => (
        <Badge key={badge}>{badge}</Badge>
      ))}
      {line.isRecording ? <RecordingBadge /> : null}
      {stock === undefined ? null : <StockBadge stock={stock} />}
      {doubts.map((doubt) => (
        <Badge key={doubt} tone="warn">
          {doubtWords(doubt)}
        </Badge>
      ))}
    </p>
  );
}
