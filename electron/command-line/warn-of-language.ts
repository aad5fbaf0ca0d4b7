import { languageDoubts } from '../boot/speech-language.ts';
import type { Stations } from '../boot/stations.ts';
import { languageWords } from '../cloning/engines/languages.ts';
import type { World } from './world.ts';

/** Says, before anything is paid, where a text looks to be in another language than its voice's; it is spoken all the same. */
export async function warnOfLanguage(
  ask: Parameters<typeof languageDoubts>[0],
  { voices, servers }: Pick<Stations, 'voices' | 'servers'>,
  { tell }: Pick<World, 'tell'>,
): Promise<void> {
  const all = voices.list();
  for (const { voiceId, looks } of await languageDoubts(ask, { voices: all, connect: servers.connect })) {
    const voice = all.find(({ id }) => id === voiceId);
    if (!voice) continue;
    const is = languageWords({ language: looks.split('-')[0] ?? looks });
    tell(`The text looks ${is}; ${voice.name} speaks ${languageWords(voice)}. Words may come out wrong.`);
  }
}
