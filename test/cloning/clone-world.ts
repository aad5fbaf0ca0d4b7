import type { Connection } from '../../electron/cloning/server.ts';
import { cloneJob } from '../../electron/cloning/training/clone-job.ts';
import type { Uploaded } from '../../electron/cloning/training/upload-job.ts';
import { moveVoice } from '../../electron/cloning/voice/move-voice.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { JobKind, Outcome } from '../../electron/jobs/job.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { fail, ok } from '../../electron/result.ts';
import { bytesBody } from '../a2e/bytes-body.ts';
import { FakeServer, type FakeServerOptions } from './fake-a2e.ts';
import { bringToEnd, FakeClock, FakeProcess, type JobOnDisk } from './fake-desk.ts';
import { testLinks } from './plain-seal.ts';
import { freeTill } from './test-till.ts';

interface CloneInput {
  readonly voiceId: string;
  readonly server: string;
  readonly upload?: string;
}

const TAKE = encodeWav({ sampleRate: 8000, samples: new Float32Array(80).fill(0.1) }, 16);

/** A voice nobody has trained yet. */
export function newVoice(more: Partial<Voice> = {}): Voice {
  return {
    ...{ id: 'voice-1', name: 'Ada', server: 'local', model: 'a2e', language: 'en', gender: 'female' },
    ...{ takeIds: ['take-1'], consent: { at: 1, how: 'ticked' }, jobId: 'job-1' },
    ...{ createdAt: 1, updatedAt: 1, state: { status: 'waiting' } },
    ...more,
  };
}

/** A server, a shelf with one voice and a job on disk: all that outlives a process. */
export class CloneWorld {
  readonly clock = new FakeClock();
  readonly server: FakeServer;
  readonly job: JobOnDisk = { id: 'job-1', notes: {} };
  input: CloneInput = { voiceId: 'voice-1', server: 'local' };
  voice: Voice | undefined;
  /** False: the disk takes no change of the voice. */
  canKeep = true;
  hasTakes = true;
  isConnected = true;
  /** What became of the upload that began early. */
  uploaded: Uploaded = { is: 'none' };
  /** Job, bytes, of how many. */
  readonly sent: unknown[] = [];

  constructor(options: Partial<FakeServerOptions> = {}, voice: Partial<Voice> = {}) {
    this.server = new FakeServer({ ...options, now: this.clock.now });
    this.voice = newVoice(voice);
  }

  process(dieAt?: number): FakeProcess {
    return new FakeProcess(this.clock, dieAt);
  }

  kind(process: FakeProcess): JobKind<CloneInput, { voiceId: string }> {
    const connection: Connection = {
      server: 'local',
      client: this.server.client(process.step),
      textLimit: 1000,
      till: freeTill(),
    };
    return cloneJob({
      connect: async () => (this.isConnected ? ok(connection) : fail('server-not-set')),
      voice: () => this.voice,
      move: (_id, event) => {
        if (this.voice && this.canKeep) this.voice = moveVoice(this.voice, event, this.clock.time);
        return this.voice;
      },
      sampleFiles: async (_jobId, { takeIds }) =>
        this.hasTakes ? ok(takeIds.map(() => bytesBody(TAKE))) : fail('sample-missing'),
      uploaded: () => this.uploaded,
      onSent: (...all) => this.sent.push(all),
      links: testLinks,
      now: this.clock.now,
    });
  }

  /** One process, with as many runs as it takes. */
  work(process = this.process()): Promise<Outcome<{ voiceId: string }> | 'died'> {
    return bringToEnd(process, this.clock, {
      ...{ kind: this.kind(process), input: this.input, job: this.job },
    });
  }

  /** One run of one process. */
  run(process = this.process()): Promise<Outcome<{ voiceId: string }> | 'died'> {
    return process.run(this.kind(process), this.input, this.job);
  }

  /** A retry by a person: these notes are dropped. */
  forget(names: readonly string[]): void {
    for (const name of names) delete this.job.notes[name];
  }
}
