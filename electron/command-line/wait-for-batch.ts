import type { Stations } from '../boot/stations.ts';
import type { BatchView } from '../contract/calls.ts';
import { isSettled } from '../jobs/job.ts';
import { type Fault, fail, ok, type Result } from '../result.ts';
import type { World } from './world.ts';

/** How often the person is told how far it is, and the queue is looked at, in milliseconds. */
const LOOK_MS = 500;

/**
 * Runs the queue until every line of a batch is settled. It is left in the queue, with the fault that stands in the way,
 * where the network is away for `patience` seconds, the credits are used up, or everything waits for something that
 * nobody here brings about; at Ctrl-C with `stopped`.
 */
export async function waitForBatch(
  { batches, runner }: Pick<Stations, 'batches' | 'runner'>,
  world: Pick<World, 'signal' | 'tell'>,
  ask: { readonly batchId: string; readonly patience: number },
): Promise<Result<BatchView>> {
  runner.resume();
  runner.start();
  let told = '';
  let heldMs = 0;
  for (;;) {
    const batch = batches.list().find(({ id }) => id === ask.batchId);
    if (!batch) return fail('batch-not-found');
    const { counts, lines, held } = batch;
    if (counts.waiting + counts.running === 0) return ok(batch);
    if (world.signal.aborted) return fail('stopped');
    heldMs = held ? heldMs + LOOK_MS : 0;
    if (held && (held.why === 'credits' || heldMs >= ask.patience * 1000)) return left(held.fault);
    const stuck = held ? undefined : stuckOn(runner);
    if (stuck) return left(stuck);
    const line = `${counts.done} of ${lines} lines spoken${held ? `, waiting for the ${held.why}` : ''}`;
    if (line !== told) world.tell(line);
    told = line;
    await pause(world.signal);
  }
}

function left(fault: Fault = { code: 'offline' }): Result<never> {
  return { ok: false, fault: { ...fault, facts: { ...fault.facts, leftInQueue: 1 } } };
}

/** Why nothing here goes on: all that is unsettled waits for keys that no other job here releases. */
function stuckOn({ list }: Stations['runner']): Fault | undefined {
  const open = list().filter(({ state }) => !isSettled(state));
  const keyed = open.flatMap(({ state }) =>
    state.status === 'waiting' && state.key !== undefined ? [state] : [],
  );
  if (keyed.length < open.length) return undefined;
  return keyed.find(({ fault }) => fault)?.fault ?? { code: 'voice-not-ready' };
}

/** Keeps the process alive, as the runner's own timers do not. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, LOOK_MS);
    signal.addEventListener('abort', end, { once: true });
  });
}
