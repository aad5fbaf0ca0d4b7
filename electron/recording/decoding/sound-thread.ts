import type { Worker } from 'node:worker_threads';
import { nextMessage, startThread } from '../../processes/thread.ts';
import { type Fault, fail, ok, type Result } from '../../result.ts';
import { fileSource } from './byte-source.ts';
import { openSound, soundOf } from './open-sound.ts';
import type { Sound, SoundFacts, SoundFaultCode } from './sound.ts';

/** What the thread says. */
export type ThreadAnswer =
  | { readonly is: 'open'; readonly facts: SoundFacts }
  | { readonly is: 'refused'; readonly fault: Fault<SoundFaultCode> }
  | { readonly is: 'block'; readonly samples: Float32Array<ArrayBuffer>; readonly skipped: boolean }
  | { readonly is: 'end'; readonly skipped: boolean }
  | { readonly is: 'broken'; readonly detail: string };

/** Opens a sound file by its path. */
export type OpenSoundFile = (path: string) => Promise<Result<Sound, SoundFaultCode>>;

/** JavaScript's memory in the thread, in MB; a file that wants more loses its thread. */
const MEMORY_MB = 512;

/** The file is read and decoded in this very thread: for tests, and where a wait hurts nobody. */
export const openSoundFile: OpenSoundFile = async (path) => {
  const source = await fileSource(path);
  return source.ok ? openSound(source.value) : source;
};

/**
 * Opens sound files each in a thread of its own. A block that takes longer than `blockMs` (default 30 s) ends the thread:
 * the sound is then damaged from there on, or `audio-broken` where nothing came before.
 */
export function openSoundInThread(options: {
  /** The bundled `sound-worker.cjs`. May lie inside an app archive. */
  readonly workerFile: string;
  readonly blockMs?: number;
}): OpenSoundFile {
  const { workerFile, blockMs = 30_000 } = options;
  return async (path) => {
    const worker = await startThread(workerFile, {
      workerData: path,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const close = async () => void (await worker.terminate());
    const first = await answerOf(worker, { ms: blockMs }).catch(brokenBy);
    if (first.is !== 'open') {
      await close();
      if (first.is === 'refused') return { ok: false, fault: first.fault };
      return fail('audio-broken', { detail: first.is === 'broken' ? first.detail : 'it did not open' });
    }
    return ok(
      soundOf({
        ...first.facts,
        async *decode(skipped) {
          for (;;) {
            const answer = await answerOf(worker, { send: 'next', ms: blockMs });
            if ('skipped' in answer && answer.skipped) skipped();
            if (answer.is === 'broken') throw new Error(answer.detail);
            if (answer.is !== 'block') return;
            yield answer.samples;
          }
        },
        close,
      }),
    );
  };
}

/** The thread's next answer; throws when it breaks, ends or takes too long. */
async function answerOf(
  worker: Worker,
  { send, ms }: { readonly send?: 'next'; readonly ms: number },
): Promise<ThreadAnswer> {
  const answer = await nextMessage<ThreadAnswer>(worker, {
    ...(send && { send }),
    signal: AbortSignal.timeout(ms),
  });
  if (!answer) throw new Error('it took too long');
  return answer;
}

function brokenBy(error: unknown): ThreadAnswer {
  return { is: 'broken', detail: error instanceof Error ? error.message.slice(0, 200) : '' };
}
