import { heldByCeiling } from '../../electron/cloning/account/credits-now.ts';
import type { KnownCall } from '../../electron/cloning/account/paid-call.ts';
import type { Connection } from '../../electron/cloning/server.ts';
import { moveVoice } from '../../electron/cloning/voice/move-voice.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { JobKind, Outcome } from '../../electron/jobs/job.ts';
import { openPriceShelf } from '../../electron/library/price-shelf.ts';
import type { Pcm } from '../../electron/recording/wav.ts';
import { type Fault, fail, ok } from '../../electron/result.ts';
import type { Clip } from '../../electron/speaking/clip.ts';
import { speechJob } from '../../electron/speaking/speech-job.ts';
import type { SpeechInput } from '../../electron/speaking/speech-parts.ts';
import { newVoice } from '../cloning/clone-world.ts';
import { FakeServer, type FakeServerOptions } from '../cloning/fake-a2e.ts';
import { bringToEnd, FakeClock, FakeProcess, type JobOnDisk } from '../cloning/fake-desk.ts';
import { testLinks } from '../cloning/plain-seal.ts';
import { paidTill } from '../cloning/test-till.ts';
import { memoryStore } from '../library/memory-store.ts';

export const INPUT: SpeechInput = {
  ...{ voiceId: 'voice-1', server: 'local', text: 'Hello.', speed: 1.25, clipId: 'clip-1' },
};

/** A server with a trained voice, the voice here, a job and the clips: all that outlives a process. */
export class SpeechWorld {
  readonly clock = new FakeClock();
  readonly server: FakeServer;
  readonly job: JobOnDisk = { id: 'job-2', notes: {} };
  readonly clips = new Map<string, { readonly clip: Clip; readonly sound: Pcm }>();
  voice: Voice | undefined;
  isConnected = true;
  isDiskFull = false;
  /** Why nothing more may be spent. */
  held: Fault<'ceiling-reached'> | undefined;
  /** The credits as the account was told. */
  readonly told: number[] = [];
  /** What was measured; it outlives the processes. */
  readonly prices = openPriceShelf(memoryStore()).of('local');
  /** Calls of other jobs that the journal remembers. */
  recalled: readonly KnownCall[] = [];
  /** How often a clip was written. */
  kept = 0;

  constructor(options: Partial<FakeServerOptions> = {}) {
    this.server = new FakeServer({ ...options, now: this.clock.now });
    const request = { name: 'Ada', sampleUrls: [], model: 'a2e', language: 'en', gender: 'female' } as const;
    this.server.trainings.push({ id: 'remote-1', request, at: 0 });
    const { speakerId } = options;
    this.voice = newVoice({
      state: { status: 'completed', remoteId: 'remote-1', ...(speakerId !== undefined && { speakerId }) },
    });
  }

  process(dieAt?: number): FakeProcess {
    return new FakeProcess(this.clock, dieAt);
  }

  kind(process: FakeProcess): JobKind<SpeechInput, { clipId: string }> {
    const client = this.server.client(process.step);
    const room = () => (this.held ? 0 : null);
    const account = { held: () => this.held, told: (coins: number) => void this.told.push(coins), room };
    const till = paidTill(
      { client, account },
      {
        ...{ now: this.clock.now, prices: this.prices, room, held: () => heldByCeiling({ account }) },
        recall: () => this.recalled,
      },
    );
    const connection: Connection = { server: 'local', client, textLimit: 1000, account, till };
    return speechJob({
      connect: async () => (this.isConnected ? ok(connection) : fail('server-not-set')),
      voice: () => this.voice,
      move: (_id, event) => {
        if (this.voice) this.voice = moveVoice(this.voice, event, this.clock.time);
        return this.voice;
      },
      keep: async (clip, sound) => {
        await process.step('before the clip');
        if (this.isDiskFull) return fail('disk-full');
        this.kept++;
        this.clips.set(clip.id, { clip, sound });
        await process.step('after the clip');
        return ok(clip);
      },
      clip: (id) => this.clips.get(id)?.clip,
      links: testLinks,
      cached: (key) => [...this.clips.values()].map(({ clip }) => clip).find((clip) => clip.key === key),
      keepCopy: async (clip, of) => {
        const sound = this.clips.get(of.id)?.sound;
        if (!sound) return fail('clip-not-found');
        this.clips.set(clip.id, { clip, sound });
        return ok(clip);
      },
      now: this.clock.now,
    });
  }

  /** One process, with as many runs as it takes. */
  work(process = this.process()): Promise<Outcome<{ clipId: string }> | 'died'> {
    return bringToEnd(process, this.clock, { kind: this.kind(process), input: INPUT, job: this.job });
  }

  /** One run of one process. */
  run(process = this.process()): Promise<Outcome<{ clipId: string }> | 'died'> {
    return process.run(this.kind(process), INPUT, this.job);
  }

  /** A retry by a person: these notes are dropped. */
  forget(names: readonly string[]): void {
    for (const name of names) delete this.job.notes[name];
  }
}
