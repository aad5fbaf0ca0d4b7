import { fail, ok, type Result } from '../result.ts';
import { type OwnProcess, startOrEnd } from './own-process.ts';
import type { ParentLine } from './parent-line.ts';

/** From us: one thing to do. */
interface Question {
  readonly question: number;
  readonly ask: unknown;
}
/** From the process: how far it is, any number of times, then the answer. */
type Reply =
  | { readonly question: number; readonly progress: unknown }
  | { readonly question: number; readonly answer: unknown };

/** A process that is asked one thing after the other. */
export interface AskedProcess<Ask> {
  /**
   * Answers what the process answers. Fails with `process-ended` where it broke off, hung, could not be started, or `signal`
   * fired: that ends it, and the next question starts another.
   */
  ask<Answer>(
    ask: Ask,
    more?: { readonly onProgress?: (progress: unknown) => void; readonly signal?: AbortSignal | undefined },
  ): Promise<Result<Answer, 'process-ended'>>;
  /** Ends the process at once. */
  end(): void;
}

/**
 * `answerMs`: a process from which nothing comes for so long is taken for hung. `idleMs`: one that is asked nothing for so
 * long is ended, which is how its memory is had back.
 */
export function createAskedProcess<Ask>(options: {
  start: () => OwnProcess;
  answerMs: number;
  idleMs: number;
}): AskedProcess<Ask> {
  const { start, answerMs, idleMs } = options;
  const waiting = new Map<number, { hear: (reply: Reply) => void; lose: (how: string) => void }>();
  let running: OwnProcess | undefined;
  let last = 0;
  let idle: NodeJS.Timeout | undefined;

  const end = (how: string) => {
    clearTimeout(idle);
    const ending = running;
    running = undefined;
    ending?.end();
    for (const { lose } of [...waiting.values()]) lose(how);
  };

  const run = (): OwnProcess => {
    clearTimeout(idle);
    if (running) return running;
    const made = startOrEnd(start);
    running = made;
    made.onMessage((message) => waiting.get((message as Reply).question)?.hear(message as Reply));
    made.onEnded((how) => {
      if (running === made) end(how);
    });
    return made;
  };

  return {
    ask<Answer>(ask: Ask, { onProgress, signal }: Parameters<AskedProcess<Ask>['ask']>[1] = {}) {
      if (signal?.aborted) return Promise.resolve(fail('process-ended', { detail: 'given up' }));
      return new Promise<Result<Answer, 'process-ended'>>((resolve) => {
        const question = ++last;
        let timer: NodeJS.Timeout | undefined;
        const expect = () => {
          clearTimeout(timer);
          timer = setTimeout(() => end('did not answer'), answerMs);
        };
        const giveUp = () => end('given up');
        const settle = (result: Result<Answer, 'process-ended'>) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', giveUp);
          waiting.delete(question);
          if (waiting.size === 0) idle = setTimeout(() => end('idle'), idleMs).unref();
          resolve(result);
        };
        waiting.set(question, {
          hear(reply) {
            expect();
            if ('answer' in reply) settle(ok(reply.answer as Answer));
            else onProgress?.(reply.progress);
          },
          lose: (how) => settle(fail('process-ended', { detail: `the process ${how}` })),
        });
        signal?.addEventListener('abort', giveUp, { once: true });
        expect();
        const sent: Question = { question, ask };
        run().send(sent);
      });
    },
    end: () => end('was ended'),
  };
}

/** The other end: does one thing after the other. What `work` throws ends the process, as a defect does. */
export function answerQuestions<Ask>(
  line: ParentLine,
  work: (ask: Ask, tell: (progress: unknown) => void) => Promise<unknown>,
): void {
  let turn: Promise<void> = Promise.resolve();
  line.onMessage((message) => {
    const { question, ask } = message as Question;
    const say = (reply: Reply) => line.send(reply);
    turn = turn.then(async () => {
      const answer = await work(ask as Ask, (progress) => say({ question, progress }));
      say({ question, answer });
    });
  });
}
