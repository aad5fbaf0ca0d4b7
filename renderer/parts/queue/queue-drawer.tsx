import { ListChecks, Pause, Play, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useMemo } from 'react';
import type { BatchView, JobView } from '../../../electron/contract/calls.ts';
import { isSettled } from '../../../electron/jobs/job.ts';
import { call } from '../../bridge.ts';
import { useMirror } from '../../store.ts';
import { useAct } from '../act.ts';
import { Button, IconButton } from '../button.tsx';
import { FaultPanel } from '../fault-panel.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { linesLeft } from './batch-words.ts';
import { JobLine } from './job-line.tsx';
import { queueWords } from './state-words.ts';

/** The queue in one line at the foot of the rail; opens the drawer. */
export function QueueDrawer() {
  const jobs = useMirror((snapshot) => snapshot.jobs);
  const batches = useMirror((snapshot) => snapshot.batches);
  const isPaused = useMirror((snapshot) => snapshot.queue.isPaused);
  const waiting = jobs.some((job) => !isSettled(job.state)) || batches.some((batch) => linesLeft(batch) > 0);
  const words = queueWords({ jobs, batches, isPaused });
  return (
    <Dialog.Root modal={false}>
      <Dialog.Trigger asChild>
        <button type="button" className="queue-line" data-waiting={waiting} aria-label={`Queue: ${words}`}>
          <ListChecks size={16} aria-hidden="true" />
          <span className="queue-words">{words}</span>
        </button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Content className="drawer" aria-describedby={undefined}>
          <header className="row">
            <Dialog.Title>Queue</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label="Close the queue" className="push">
                <X size={18} aria-hidden="true" />
              </IconButton>
            </Dialog.Close>
          </header>
          <PauseQueue isPaused={isPaused} canPause={waiting} />
          <QueueList jobs={jobs} batches={batches} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What works, waits or failed first, newest first within; then the last few that are done. */
export function queueOrder(jobs: readonly JobView[]): readonly JobView[] {
  const newest = [...jobs].sort((a, b) => b.createdAt - a.createdAt);
  const open = newest.filter((job) => !isSettled(job.state) || job.state.status === 'failed');
  const over = newest.filter((job) => job.state.status === 'done' || job.state.status === 'canceled');
  return [...open, ...over.slice(0, 20)];
}

/** Holds all that waits, or lets it go on; what is under way ends first. */
function PauseQueue({ isPaused, canPause }: { readonly isPaused: boolean; readonly canPause: boolean }) {
  const act = useAct();
  if (!isPaused && !canPause) return null;
  return (
    <>
      <Button
        className="drawer-pause"
        icon={isPaused ? <Play size={16} aria-hidden="true" /> : <Pause size={16} aria-hidden="true" />}
        disabled={act.busy}
        onClick={() => void act.run(call('queue.pause', { isPaused: !isPaused }))}
      >
        {isPaused ? 'Go on' : 'Pause all'}
      </Button>
      {isPaused ? <p className="soft small">Paused. Nothing is sent until you go on.</p> : null}
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}

interface QueueListProps {
  readonly jobs: readonly JobView[];
  readonly batches: readonly BatchView[];
}

function QueueList({ jobs, batches }: QueueListProps) {
  const ordered = useMemo(() => queueOrder(jobs), [jobs]);
  const open = batches.filter((batch) => linesLeft(batch) > 0 || batch.counts.failed > 0);
  if (ordered.length === 0 && open.length === 0)
    return <p className="soft drawer-empty">Nothing waits. What you ask for shows here.</p>;
  return (
    <ul className="drawer-list">
      {open.map((batch) => (
        <li key={batch.id} className="drawer-item">
          <p className="drawer-title">{batch.name}</p>
          <BatchProgress batch={batch} />
        </li>
      ))}
      {ordered.map((job) => (
        <QueueItem key={job.id} job={job} />
      ))}
    </ul>
  );
}

function QueueItem({ job }: { readonly job: JobView }) {
  const voice = useMirror((snapshot) => snapshot.voices.find((one) => one.id === job.voiceId));
  const title = job.kind === 'speak' ? `“${job.text ?? ''}”` : `Make the voice ${voice?.name ?? ''}`;
  return (
    <li className="drawer-item">
      <p className="drawer-title">{title}</p>
      <JobLine job={job} />
    </li>
  );
}
