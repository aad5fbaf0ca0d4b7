import { fail, type Result } from '../result.ts';

/** Lets one piece of work be done at a time, in order, and turns away what would wait too long a line. */
export interface WaitingLine {
  /** Fails with `synthesizer-busy` where too many wait. */
  stand<T, C extends string>(work: () => Promise<Result<T, C>>): Promise<Result<T, C | 'synthesizer-busy'>>;
  /** Resolves when nothing is being done. */
  settled(): Promise<void>;
}

/** `most`: how many may wait, the one that is served among them. */
export function createWaitingLine(most: number): WaitingLine {
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    stand(work) {
      if (waiting >= most) return Promise.resolve(fail('synthesizer-busy'));
      waiting++;
      const done = turn.then(work).finally(() => {
        waiting--;
      });
      turn = done.catch(() => undefined);
      return done;
    },
    async settled() {
      await turn;
    },
  };
}
