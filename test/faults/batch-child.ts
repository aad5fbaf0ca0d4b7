import type { Stations } from '../../electron/boot/stations.ts';
import { makeAda, openChildStations, until } from './child-stations.ts';

/**
 * The process that is killed: `node batch-child.mjs <home> <beganAt> <lines> <what>`. `voice`: makes the voice and ends.
 * `work`: has it speak a batch of so many lines, unless an earlier process asked for it, and ends when all is settled.
 * `retry`: the same, with what has failed tried again, as a person would who is asked.
 */
const [root = '', beganAt = '0', lines = '0', what = 'work'] = process.argv.slice(2);
const stations = await openChildStations(root, Number(beganAt));
say({ ...progress(stations), setAside: stations.notices.length });
await (what === 'voice' ? voice(stations) : work(stations));
await stations.close();

async function voice({ voices, runner }: Stations): Promise<void> {
  runner.start();
  await makeAda(stations);
  await until(() => voices.list()[0]?.state.status === 'completed');
}

async function work({ batches, voices, runner }: Stations): Promise<void> {
  runner.start();
  const [known] = batches.list();
  if (!known) {
    const rows = Array.from({ length: Number(lines) }, (_, i) => ({ text: `This is line ${i}.` }));
    const made = await batches.make(
      { name: 'The book', voiceId: voices.list()[0]?.id ?? '', speed: 1 },
      rows,
    );
    if (!made.ok) throw new Error(`${made.fault.code} ${made.fault.detail}`);
  } else if (what === 'retry') await batches.retry(known.id);
  await until(() => progress(stations).left === 0);
  // What was spoken leaves the queue behind the last line; whether it did is told.
  const spoken = () => runner.list().filter(({ kind, state }) => kind === 'speak' && state.status === 'done');
  await until(() => spoken().length === 0, 5_000);
  const codes = runner.list().flatMap(({ state }) => (state.status === 'failed' ? [state.fault.code] : []));
  say({ ...progress(stations), failed: codes });
}

/** How far the batch is; `queued`: jobs that the queue knows. */
function progress({ batches, runner }: Stations) {
  const counts = batches.list()[0]?.counts;
  return {
    done: counts?.done ?? 0,
    left: counts ? counts.waiting + counts.running : 0,
    queued: runner.list().length,
  };
}

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
