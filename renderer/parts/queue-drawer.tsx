import { ListChecks, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useMemo } from 'react';
import type { JobView } from '../../electron/contract/calls.ts';
import { isSettled } from '../../electron/jobs/job.ts';
import { useMirror } from '../store.ts';
import { IconButton } from './button.tsx';
import { JobLine } from './job-line.tsx';
import { queueWords } from './state-words.ts';

/** The queue in one line at the foot of the rail; opens the drawer. */
export function QueueDrawer() {
  const jobs = useMirror((snapshot) => snapshot.jobs);
  const waiting = jobs.some((job) => !isSettled(job.state));
  return (
    <Dialog.Root modal={false}>
      <Dialog.Trigger asChild>
        <button
          type="button"
          className="queue-line"
          data-waiting={waiting}
          aria-label={`Queue: ${queueWords(jobs)}`}
        >
          <ListChecks size={16} aria-hidden="true" />
          <span className="queue-words">{queueWords(jobs)}</span>
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
          <QueueList jobs={jobs} />
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

function QueueList({ jobs }: { readonly jobs: readonly JobView[] }) {
  const ordered = useMemo(() => queueOrder(jobs), [jobs]);
  if (ordered.length === 0)
    return <p className="soft drawer-empty">Nothing waits. What you ask for shows here.</p>;
  return (
    <ul className="drawer-list">
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
