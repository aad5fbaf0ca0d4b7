import { z } from 'zod';
import { ENGINES } from '../../cloning/engines/engines.ts';
import { standingConsent } from '../../cloning/sample/consent.ts';
import type { SamplePart } from '../../cloning/sample/sample.ts';
import { takesOf } from '../../cloning/sample/sample.ts';
import type { SampleDesk } from '../../cloning/sample/sample-desk.ts';
import { readEarlyUpload, readUploaded, type Uploaded } from '../../cloning/training/upload-job.ts';
import type { Voice } from '../../cloning/voice/voice.ts';
import { isSettled, type Job } from '../../jobs/job.ts';
import type { JobRunner } from '../../jobs/runner.ts';
import { ok, type Result } from '../../result.ts';

export interface EarlyUploadsParts {
  readonly runner: () => Pick<JobRunner, 'add' | 'cancel' | 'get' | 'list' | 'release'>;
  readonly samples: Pick<SampleDesk, 'get' | 'render' | 'withoutConsent'>;
  readonly voices: () => readonly Voice[];
  /** The server that the next voice is made on; null: nothing is to be sent early there. */
  readonly server: () => string | null;
}

/** Uploads that begin while the voice is being named. */
export interface EarlyUploads {
  /**
   * Begins to send the sample in the making, where the speaker agreed and it is of a good length; one that is on its way
   * already goes on, one of another sample is stopped. Answers the job, or null where nothing is to be sent.
   */
  begin(): Promise<Result<{ readonly jobId: string } | null>>;
  /** The upload of this sample for a voice that is made now; each is for one voice. */
  claim(server: string, sample: readonly SamplePart[]): string | undefined;
  state(jobId: string): Uploaded;
  /** To be told of every change of a job. */
  follow(job: Job): void;
}

/** Joins the sample in the making with the queue. */
export function createEarlyUploads(parts: EarlyUploadsParts): EarlyUploads {
  const { runner } = parts;
  /** Uploads that no voice was made of yet. */
  const free = () => {
    const claimed = new Set(runner().list().flatMap(claimOf));
    return runner()
      .list()
      .filter((job) => job.kind === 'upload' && !claimed.has(job.id));
  };
  const isOf = (job: Job, server: string, sample: readonly SamplePart[]) =>
    JSON.stringify(readEarlyUpload(job.input)) === JSON.stringify({ server, parts: sample });
  const mayServe = ({ state }: Job) => state.status !== 'failed' && state.status !== 'canceled';

  return {
    async begin() {
      const server = parts.server();
      const sample = await agreedSample(parts);
      if (server === null || !sample) return ok(null);
      const same = free().find((job) => isOf(job, server, sample) && mayServe(job));
      for (const job of free()) if (job !== same && !isSettled(job.state)) await runner().cancel(job.id);
      if (same) return ok({ jobId: same.id });
      const input = { server, parts: sample.map((part) => ({ ...part })) };
      const added = await runner().add([{ kind: 'upload', input }]);
      if (!added.ok) return added;
      const [job] = added.value;
      return ok(job ? { jobId: job.id } : null);
    },
    claim: (server, sample) => free().find((job) => isOf(job, server, sample) && mayServe(job))?.id,
    state(jobId) {
      const state = runner().get(jobId)?.state;
      if (!state || state.status === 'failed' || state.status === 'canceled') return { is: 'none' };
      if (state.status !== 'done') return { is: 'under-way' };
      const kept = readUploaded(state.result);
      return kept ? { is: 'done', kept } : { is: 'none' };
    },
    follow(job) {
      if (job.kind === 'upload' && isSettled(job.state)) runner().release(`upload:${job.id}`);
    },
  };
}

/** The sample as the voice maker will take it; undefined where it may not be sent yet. */
async function agreedSample({
  samples,
  voices,
}: EarlyUploadsParts): Promise<readonly SamplePart[] | undefined> {
  const draft = samples.get();
  const sample = samples.withoutConsent(draft.parts);
  const consent = draft.consent ?? standingConsent(takesOf(sample), voices());
  if (!consent || sample.length === 0) return undefined;
  const rendered = await samples.render();
  if (!rendered.ok) return undefined;
  const seconds = rendered.value.reduce((sum, { sound }) => sum + sound.samples.length / sound.sampleRate, 0);
  const { minSeconds, maxSeconds } = ENGINES[draft.model];
  return seconds >= minSeconds && seconds <= maxSeconds ? sample : undefined;
}

const claimSchema = z.object({ upload: z.string() });

/** The upload that a clone job took for its own. */
function claimOf({ kind, input }: Job): readonly string[] {
  const claim = kind === 'clone' ? claimSchema.safeParse(input).data : undefined;
  return claim ? [claim.upload] : [];
}
