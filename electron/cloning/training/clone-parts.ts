import type { SampleBody } from '../../a2e/client.ts';
import type { JobDesk } from '../../jobs/job.ts';
import type { Result } from '../../result.ts';
import type { KeptLinks } from '../kept-link.ts';
import type { Connect, Connection } from '../server.ts';
import type { VoiceEvent } from '../voice/move-voice.ts';
import type { Voice } from '../voice/voice.ts';
import type { Uploaded } from './upload-job.ts';

/** What the clone job works with. */
export interface CloneParts {
  readonly connect: Connect;
  readonly voice: (id: string) => Voice | undefined;
  /** Moves the voice on and keeps it; answers it, or undefined when it is gone. */
  readonly move: (id: string, event: VoiceEvent) => Voice | undefined;
  /** The sample of the voice as WAV files for this job, the same ones each time. */
  readonly sampleFiles: (jobId: string, voice: Voice) => Promise<Result<readonly SampleBody[]>>;
  /** How far the upload is that began before the voice was there. */
  readonly uploaded: (jobId: string) => Uploaded;
  readonly onSent: (jobId: string, sent: number, total: number) => void;
  readonly links: KeptLinks;
  readonly now: () => number;
}

/** One run of the clone job. */
export interface CloneScene {
  readonly parts: CloneParts;
  readonly desk: JobDesk;
  readonly voice: Voice;
  /** The upload job that was begun early, where there is one. */
  readonly upload?: string | undefined;
  readonly connection: Connection;
}
