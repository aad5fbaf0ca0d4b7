import { randomBytes } from 'node:crypto';
import { localServerIn } from '../boot/servers/local-server-in.ts';
import { fail, ok } from '../result.ts';
import type { ServeCommand } from './arguments.ts';
import type { Ending, World } from './world.ts';

/**
 * `timbre serve`: the server on this computer for other programs here, until Ctrl-C. It asks for the token in
 * `TIMBRE_TOKEN`; with none there it makes one and shows it, once.
 */
export async function serve({ port, credits }: ServeCommand, world: World): Promise<Ending> {
  const given = world.env['TIMBRE_TOKEN']?.trim();
  const token = given || randomBytes(32).toString('hex');
  const { cloner, close: closeModel } = await world.cloneModel();
  const clones = cloner.isReady();
  const { home, bundle } = world;
  const started = await localServerIn({ folder: home.served, bundle, cloner, port, credits })(token);
  if (!started.ok) return fail('server-not-started', { detail: started.fault.detail ?? started.fault.code });
  const { url, close } = started.value;
  world.answer(
    { server: { url, ...(!given && { token }) } },
    `Serving at ${url}${given ? '' : `\nToken: ${token}`}\n${clones ? 'Voices are cloned.' : 'Stock voices, not clones.'} Ctrl-C ends it.`,
  );
  await new Promise<void>((resolve) => {
    if (world.signal.aborted) return resolve();
    world.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await close();
  await closeModel();
  return ok({ document: {}, text: '' });
}
