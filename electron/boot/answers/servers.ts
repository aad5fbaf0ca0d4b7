import type { A2eClient, A2eResult } from '../../a2e/client.ts';
import { addPublicVoice } from '../../cloning/voice/public-voice.ts';
import type { ServerCalls } from '../../contract/calls.ts';
import { ok, type Result } from '../../result.ts';
import { newId } from '../ids.ts';
import type { AnswerParts, AnswersTo } from './parts.ts';

/** Answers the calls about servers. */
export function answerServers({ stations }: AnswerParts): AnswersTo<keyof ServerCalls> {
  const { runner, servers, voices, events, spend, settings, now } = stations;
  const asking = async <T>(
    id: string,
    call: (client: A2eClient) => Promise<A2eResult<T>>,
  ): Promise<Result<T>> => {
    const connection = await servers.connect(id);
    if (!connection.ok) return { ok: false, fault: { ...connection.fault, facts: { server: id } } };
    return call(connection.value.client);
  };
  return {
    'server.check': async (ask) => {
      runner.nudge();
      return servers.check(ask?.serverId);
    },
    'server.add': servers.add,
    'server.change': servers.change,
    'server.remove': ({ serverId }) => servers.remove(serverId),
    'server.choose': async ({ serverId }) => servers.choose(serverId),
    'server.publicVoices': ({ serverId, language, region }) =>
      asking(serverId, (client) =>
        client.publicVoices({
          ...(language !== undefined && { country: language }),
          ...(region !== undefined && { region }),
        }),
      ),
    'server.addPublicVoice': async ({ serverId: server, ...chosen }) => {
      const newVoiceId = () => newId('voice', now());
      const added = addPublicVoice({ server, ...chosen }, { shelf: voices, now, newId: newVoiceId });
      if (added.ok) events.emit('voice.changed', added.value);
      return added;
    },
    'server.pretendCredits': async ({ coins }) => {
      const set = await servers.pretend(coins);
      runner.nudge();
      return set;
    },
    'spending.allowMore': async () => {
      spend.allow(settings.get().dailyLimit ?? 0);
      runner.nudge();
      return ok(undefined);
    },
    'server.languages': ({ serverId }) => asking(serverId, (client) => client.languages()),
    'server.detectLanguage': ({ serverId, text }) =>
      asking(serverId, (client) => client.detectLanguage(text)),
    'server.cloneAvatarVoice': async ({ serverId, avatarId }) => {
      const cloned = await asking(serverId, (client) => client.cloneAvatarVoice(avatarId));
      void servers.check(serverId);
      return cloned.ok ? ok(cloned.value ? { remoteId: cloned.value.id } : {}) : cloned;
    },
  };
}
