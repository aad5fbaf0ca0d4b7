import type { Power } from '../../contract/desktop.ts';
import { isSettled } from '../../jobs/job.ts';
import type { JobRunner } from '../../jobs/runner.ts';
import type { Servers } from '../servers/servers.ts';

/** When a server is looked for after the computer woke up, in milliseconds after the look before: networks take a while. */
const LOOKS_MS = [0, 1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** After so many looks what waits is tried whatever they found: its own patience is the judge then. */
const LOOKS_BEFORE_WORK = 3;

export interface RestParts {
  readonly power: Pick<Power, 'onSleep' | 'onWake'>;
  readonly runner: Pick<JobRunner, 'park' | 'unpark' | 'nudge' | 'list'>;
  readonly servers: Pick<Servers, 'chosen' | 'check'>;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * Before the computer sleeps the queue starts nothing more. When it is awake the servers that something waits for are
 * looked for, and what waits goes on as soon as one of them answers rather than when its own time comes: a call on a
 * connection that died in the sleep would leave open whether it was paid for. Answers the undo.
 */
export function restWithComputer({ power, runner, servers, wait }: RestParts): () => void {
  /** Grows with each change, so that what was begun before it ends. */
  let turn = 0;

  async function wakeUp(): Promise<void> {
    const mine = ++turn;
    let isAtWork = false;
    let missing = serversAtWork();
    for (const [look, ms] of LOOKS_MS.entries()) {
      await wait(ms);
      if (mine !== turn) return;
      const before = missing.length;
      missing = await unreached(missing);
      if (mine !== turn) return;
      if (isAtWork && missing.length < before) runner.nudge();
      if (!isAtWork && (missing.length < before || look + 1 >= LOOKS_BEFORE_WORK)) {
        isAtWork = true;
        runner.unpark();
      }
      if (missing.length === 0) return;
    }
  }

  function serversAtWork(): readonly string[] {
    const ids = runner
      .list()
      .flatMap(({ state, input }) => (isSettled(state) ? [] : (serverOf(input) ?? [])));
    return [...new Set([servers.chosen().id, ...ids])];
  }

  async function unreached(ids: readonly string[]): Promise<readonly string[]> {
    const views = await Promise.all(ids.map((id) => servers.check(id)));
    return ids.filter((_, i) => views[i]?.reach.is === 'unreachable');
  }

  const undo = [
    power.onSleep(() => {
      turn++;
      runner.park();
    }),
    power.onWake(() => void wakeUp()),
  ];
  return () => {
    turn++;
    for (const each of undo) each();
  };
}

function serverOf(input: unknown): string | undefined {
  const server: unknown = Object(input)['server'];
  return typeof server === 'string' ? server : undefined;
}
