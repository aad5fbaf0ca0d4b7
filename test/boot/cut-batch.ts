import { retryJob } from '../../electron/boot/retry.ts';
import { FakeServer } from '../cloning/fake-a2e.ts';
import { randomFrom } from '../speaking/documents/mutate.ts';
import { got, openBatchWorld } from './batch-world.ts';
import { inHaste } from './haste.ts';
import { shakyNetwork } from './shaky-network.ts';

const AT_ONCE = 4;
/** A call takes up to so long each way, in milliseconds of the hasty clock. */
const WAY_MS = 300;
const HASTE = 60;

/**
 * A batch on a server that charges, several lines at once, whose network is cut so many times at random moments: before a
 * call arrives, or after it was carried out and charged. Every so often a call meets a 429 instead. Where a line then asks
 * the person, the person says yes. Answers what became of it: `twice` is what was charged twice before that, `rightly` how
 * many of those who `asked` had been charged.
 */
export function cutBatch(
  folder: string,
  how: { readonly lines: number; readonly cuts: number; readonly seed: number },
) {
  return inHaste(HASTE, async (now) => {
    const random = randomFrom(how.seed);
    const server = new FakeServer({ now, speechPrice: (characters) => Math.ceil(characters / 10) });
    server.coins = 1_000_000;
    const network = shakyNetwork(server.client(), WAY_MS, random);
    const { client } = network;
    const world = await openBatchWorld(folder, server, { client, paidAtOnce: AT_ONCE, now });
    const { batches, runner, clips, shelf } = world;
    const rows = Array.from({ length: how.lines }, (_, i) => ({
      text: `This is line ${i}${', and on'.repeat(i % 5)}.`,
    }));
    const { id } = got(await batches.make({ name: 'b', voiceId: 'voice-1', speed: 1 }, rows));
    let cuts = 0;
    let asked = 0;
    const undo = runner.onChange(() => {
      if (cuts === how.cuts || !network.isUp() || random() > (2 * how.cuts) / how.lines / 4) return;
      cuts++;
      if (cuts % 5 === 0) return server.failNext('speak', { code: 'rate-limited', retryAfterMs: 20 });
      setTimeout(network.cut, random() * WAY_MS);
      setTimeout(network.restore, (1 + random()) * WAY_MS);
    });
    runner.start();
    await runner.idle();
    undo();
    network.restore();
    const twice = server.spoken.length - new Set(server.spoken).size;
    const wasPaid = new Set(server.spoken);
    let rightly = 0;
    for (const { id: jobId, state, input } of runner.list()) {
      if (state.status !== 'failed') continue;
      if (state.fault.code !== 'maybe-charged') throw new Error(state.fault.code);
      asked++;
      if (wasPaid.has((input as unknown as { text: string }).text)) rightly++;
      got(await retryJob(runner, jobId));
    }
    await runner.idle();
    await runner.stop();
    return {
      ...{ cuts, asked, rightly, twice, calls: network.spoken(), paid: server.spoken.length },
      texts: clips.list().map(({ text }) => text),
      expected: rows.map(({ text }) => text),
      charged: shelf.get(id)?.charged?.credits ?? 0,
      spent: 1_000_000 - server.coins,
    };
  });
}
