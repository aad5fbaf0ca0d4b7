import type { VoiceCalls } from '../../contract/calls.ts';
import type { AnswerParts, AnswersTo } from './parts.ts';

/** Answers the calls about voices. */
export function answerVoices({ stations: { maker, server } }: AnswerParts): AnswersTo<keyof VoiceCalls> {
  return {
    'voice.make': async ({ consent, ...ask }) =>
      maker.make({ ...ask, server: server.id, ...(consent && { consent: 'ticked' as const }) }),
    'voice.rename': async ({ voiceId, name }) => maker.rename(voiceId, name),
    'voice.remove': ({ voiceId }) => maker.remove(voiceId),
  };
}
