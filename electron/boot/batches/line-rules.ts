import type { Voice } from '../../cloning/voice/voice.ts';
import type { Batch } from '../../speaking/batches/batch.ts';
import type { LineRules } from '../../speaking/batches/make-lines.ts';
import { pronunciationsOf } from '../../speaking/text/pronunciation.ts';
import type { BatchStations } from './batch-parts.ts';

/** Of a server that cannot be asked now: A2E's own, in characters; a line over it is judged when it is spoken. */
const USUAL_LIMIT = 1000;

/** How the lines of each of these voices are split and said. A voice that is not there has the first one's. */
export async function lineRules(
  voices: readonly [Voice, ...Voice[]],
  { by, pronunciations = [] }: { by?: LineRules['by'] } & Pick<Batch, 'pronunciations'>,
  stations: BatchStations,
): Promise<(voiceId: string | undefined) => LineRules> {
  const servers = [...new Set(voices.map(({ server }) => server))];
  const limits = new Map(
    await Promise.all(servers.map(async (server) => [server, await limitOf(server, stations)] as const)),
  );
  const rulesFor = (voice: Voice): LineRules => ({
    ...{ limit: limits.get(voice.server) ?? USUAL_LIMIT, language: voice.language },
    pronunciations: pronunciationsOf(pronunciations, voice),
    ...(by && { by }),
  });
  const first = rulesFor(voices[0]);
  const rules = new Map(voices.map((voice) => [voice.id, rulesFor(voice)]));
  return (voiceId) => rules.get(voiceId ?? '') ?? first;
}

async function limitOf(server: string, { servers }: BatchStations): Promise<number> {
  const connection = await servers.connect(server);
  return connection.ok ? connection.value.textLimit : USUAL_LIMIT;
}
