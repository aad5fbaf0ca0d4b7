import type { Worker } from 'node:worker_threads';
import { nextMessage } from './thread.ts';

export interface Question {
  readonly send: unknown;
  readonly withinMs: number;
  readonly signal?: AbortSignal;
}

/** A thread that is there only while it is needed. */
export interface IdleThread {
  /**
   * Asks one thing at a time: whoever calls waits for the answer before the next. Undefined `withinMs` after it was asked,
   * the start of the thread not counted, or once `signal` fires; rejects where the thread broke or was ended. After either
   * it is started anew by the next question.
   */
  ask<T>(question: Question): Promise<T | undefined>;
  end(): Promise<void>;
}

/** Started by `start` at the first question, and ended when nothing was asked for `idleMs` milliseconds. */
export function createIdleThread(start: () => Promise<Worker>, idleMs: number): IdleThread {
  let thread: Promise<Worker> | undefined;
  let idle: NodeJS.Timeout | undefined;
  const end = async () => {
    clearTimeout(idle);
    const ending = thread;
    thread = undefined;
    await ending?.then((worker) => worker.terminate()).catch(() => {});
  };
  return {
    async ask<T>({ send, withinMs, signal }: Question) {
      clearTimeout(idle);
      thread ??= start();
      const asked = thread;
      try {
        const worker = await asked;
        if (thread !== asked) throw new Error('the thread was ended while it started');
        const late = AbortSignal.timeout(withinMs);
        const bound = signal ? AbortSignal.any([signal, late]) : late;
        const answer = await nextMessage<T>(worker, { send, signal: bound });
        if (answer === undefined) await end();
        return answer;
      } catch (error) {
        if (thread === asked) await end();
        throw error;
      } finally {
        clearTimeout(idle);
        if (thread === asked) idle = setTimeout(end, idleMs).unref();
      }
    },
    end,
  };
}
