import { retryJob } from '../../electron/boot/retry.ts';
import type { Stations } from '../../electron/boot/stations.ts';
import { isSettled } from '../../electron/jobs/job.ts';
import { makeAda, openChildStations, until } from './child-stations.ts';

/**
 * The process that is killed: `node stations-child.mjs <home> <beganAt> <retry>`. It makes one voice of the take that is
 * there and has it say a batch, several lines at once, unless an earlier process did, and ends when nothing waits any more.
 */
const LINES = 8;
const [root = '', beganAt = '0', retry = ''] = process.argv.slice(2);
const stations = await openChildStations(root, Number(beganAt));
process.stdout.write('up\n');
await work(stations);

async function work({ voices, runner, clips, samples, batches }: Stations): Promise<void> {
  runner.start();
  if (voices.list().length === 0) await makeAda(stations);
  const [voice] = voices.list();
  if (voice && batches.list().length === 0) {
    const rows = Array.from({ length: LINES }, (_, i) => ({ text: `This is line ${i}.` }));
    const made = await batches.make({ name: 'b', voiceId: voice.id, speed: 1 }, rows);
    if (!made.ok) throw new Error(`${made.fault.code} ${made.fault.detail}`);
  }
  if (retry === 'retry')
    for (const { id, state } of runner.list()) if (state.status === 'failed') await retryJob(runner, id);
  await until(() => runner.list().every(({ state }) => isSettled(state)));
  const jobs = runner.list().map(({ kind, state }) => ({
    ...{ kind, status: state.status },
    ...(state.status === 'failed' && { code: state.fault.code }),
  }));
  process.stdout.write(
    `${JSON.stringify({ jobs, clips: clips.list().length, voice: voices.list()[0]?.state.status, draft: samples.get().revision })}\n`,
  );
  await stations.close();
}
