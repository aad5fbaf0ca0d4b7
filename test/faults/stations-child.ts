import { retryJob } from '../../electron/boot/retry.ts';
import type { Stations } from '../../electron/boot/stations.ts';
import { isSettled } from '../../electron/jobs/job.ts';
import { say } from '../../electron/speaking/speaker.ts';
import { makeAda, openChildStations, until } from './child-stations.ts';

/**
 * The process that is killed: `node stations-child.mjs <home> <beganAt> <retry>`. It makes one voice of the take that is
 * there and has it say one line, unless an earlier process did, and ends when nothing waits any more.
 */
const [root = '', beganAt = '0', retry = ''] = process.argv.slice(2);
const stations = await openChildStations(root, Number(beganAt));
process.stdout.write('up\n');
await work(stations);

async function work({ voices, runner, servers, clips, samples }: Stations): Promise<void> {
  runner.start();
  if (voices.list().length === 0) await makeAda(stations);
  const [voice] = voices.list();
  if (voice && !runner.list().some(({ kind }) => kind === 'speak')) {
    const said = await say(
      { voiceId: voice.id, text: 'Hello there.', speed: 1 },
      { voice: voices.get, runner: () => runner, connect: servers.connect, newId: () => 'clip-1' },
    );
    if (!said.ok) throw new Error(`${said.fault.code} ${said.fault.detail}`);
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
