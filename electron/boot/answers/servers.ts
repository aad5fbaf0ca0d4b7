import type { ServerCalls } from '../../contract/calls.ts';
import type { AnswerParts, AnswersTo } from './parts.ts';

/** Answers the calls about servers. */
export function answerServers({ stations: { runner, servers } }: AnswerParts): AnswersTo<keyof ServerCalls> {
  return {
    'server.check': async (ask) => {
      runner.nudge();
      return servers.check(ask?.serverId);
    },
    'server.add': servers.add,
    'server.change': servers.change,
    'server.remove': ({ serverId }) => servers.remove(serverId),
    'server.choose': async ({ serverId }) => servers.choose(serverId),
  };
}
