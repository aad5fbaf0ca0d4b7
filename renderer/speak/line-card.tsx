import type { JobView } from '../../electron/contract/calls.ts';
import { JobLine } from '../parts/queue/job-line.tsx';
import { useMirror } from '../store.ts';

/** A line that waits, is being spoken or did not work, in the place where its clip will be. */
export function LineCard({ job }: { readonly job: JobView }) {
  const voice = useMirror((snapshot) => snapshot.voices.find((one) => one.id === job.voiceId));
  const text = job.text ?? '';
  return (
    <article className="spoken" aria-label={text}>
      <div className="spoken-head">
        <p className="spoken-text">{text}</p>
      </div>
      <JobLine job={job} />
      <p className="spoken-facts">
        <span className="cut">{voice?.name ?? ''}</span>
      </p>
    </article>
  );
}
