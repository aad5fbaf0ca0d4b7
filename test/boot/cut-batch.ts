import { randomFrom } from '../speaking/documents/mutate.ts';
import { got, openBatchWorld } from './batch-world.ts';

/**
 * A batch whose network is cut so many times at random moments (before a call, so that nothing of it happened), every
 * fourth time as a 429; answers what became of it.
 */
export async function cutBatch(
  folder: string,
  how: { readonly lines: number; readonly cuts: number; readonly seed: number },
) {
  const { batches, runner, server, clips } = await openBatchWorld(folder);
  const random = randomFrom(how.seed);
  const rows = Array.from({ length: how.lines }, (_, i) => ({ text: `This is line ${i}.` }));
  got(await batches.make({ name: 'b', voiceId: 'voice-1', speed: 1 }, rows));
  let cuts = 0;
  const undo = runner.onChange(() => {
    if (cuts === how.cuts || random() > how.cuts / how.lines / 4) return;
    cuts++;
    const call = (['speak', 'download', 'credits'] as const)[cuts % 3] ?? 'speak';
    server.failNext(call, cuts % 4 === 0 ? { code: 'rate-limited', retryAfterMs: 20 } : { code: 'offline' });
  });
  const back = setInterval(runner.nudge, 10);
  runner.start();
  await runner.idle();
  clearInterval(back);
  undo();
  await runner.stop();
  return {
    cuts,
    paid: server.paid.length,
    calls: server.calls.filter((call) => call === 'speak').length,
    texts: clips.list().map(({ text }) => text),
    expected: rows.map(({ text }) => text),
  };
}
