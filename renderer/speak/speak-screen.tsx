import { AudioLines, History, MessageSquareText } from 'lucide-react';
import { memo, useMemo } from 'react';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { BatchCard } from './batches/batch-card.tsx';
import { ClipCard } from './clip-card.tsx';
import { HistoryScreen } from './history/history-screen.tsx';
import { LineCard } from './line-card.tsx';
import { SpeechDesk } from './speech-desk.tsx';
import { type SpokenRow, spokenRows } from './speech-rules.ts';

/** Speak: write, choose who says it, hear it below. */
export function SpeakScreen() {
  const { historyShown } = useWindowState();
  if (historyShown) return <HistoryScreen />;
  return (
    <div className="screen">
      <h1 className="unseen">Speak</h1>
      <SpeechDesk />
      <Spoken />
    </div>
  );
}

function Spoken() {
  const clips = useMirror((snapshot) => snapshot.clips);
  const jobs = useMirror((snapshot) => snapshot.jobs);
  const batches = useMirror((snapshot) => snapshot.batches);
  const rows = useMemo(() => spokenRows({ clips, jobs, batches }), [clips, jobs, batches]);
  return (
    <section aria-label="Spoken">
      <SpokenBar />
      {rows.length === 0 ? <NothingSpoken /> : null}
      <ul className="spoken-list">
        {rows.map((row) => (
          <li key={keyOf(row)}>
            <Row row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way to everything that was ever spoken. */
function SpokenBar() {
  const { showHistory } = useWindowState();
  return (
    <div className="row spoken-bar">
      <h2>Spoken</h2>
      <Button
        look="quiet"
        className="push"
        icon={<History size={16} aria-hidden="true" />}
        onClick={() => showHistory(true)}
      >
        All clips
      </Button>
    </div>
  );
}

/** A line and its clip are one row. */
function keyOf(row: SpokenRow): string {
  if (row.is === 'batch') return row.batch.id;
  return row.is === 'clip' ? row.clip.jobId : row.job.id;
}

/** A batch under way tells of itself several times a second: the other rows are not drawn anew for that. */
const [Batch, Clip, Line] = [memo(BatchCard), memo(ClipCard), memo(LineCard)];

function Row({ row }: { readonly row: SpokenRow }) {
  if (row.is === 'batch') return <Batch batch={row.batch} />;
  return row.is === 'clip' ? <Clip clip={row.clip} /> : <Line job={row.job} />;
}

function NothingSpoken() {
  const { go } = useWindowState();
  const voices = useMirror((snapshot) => snapshot.voices.length);
  if (voices > 0)
    return (
      <EmptyState
        icon={<MessageSquareText size={26} />}
        words="Write a sentence and press Speak. It plays here."
      />
    );
  return (
    <EmptyState
      icon={<AudioLines size={26} />}
      words="You need a voice first. Record yourself for half a minute."
    >
      <Button look="primary" onClick={() => go('record')}>
        Record yourself
      </Button>
    </EmptyState>
  );
}
