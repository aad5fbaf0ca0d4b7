import type { JobDesk } from '../jobs/job.ts';
import type { VoiceEvent } from './move-voice.ts';
import type { Connect, Connection } from './server.ts';
import type { Voice } from './voice.ts';

/** What the clone job works with. */
export interface CloneParts {
  readonly connect: Connect;
  readonly voice: (id: string) => Voice | undefined;
  /** Moves the voice on and keeps it; answers it, or undefined when it is gone. */
  readonly move: (id: string, event: VoiceEvent) => Voice | undefined;
  /** The sample of the voice as WAV files, the same ones each time; undefined where a recording is gone. */
  readonly sampleFiles: (voice: Voice) => Promise<readonly Uint8Array<ArrayBuffer>[] | undefined>;
  readonly now: () => number;
}

/** One run of the clone job. */
export interface CloneScene {
  readonly parts: CloneParts;
  readonly desk: JobDesk;
  readonly voice: Voice;
  readonly connection: Connection;
}
