import { makeVoices } from '../../cloning/make-voices.ts';
import type { VoiceCalls } from '../../contract/calls.ts';
import { newId } from '../ids.ts';
import type { AnswerParts, AnswersTo } from './parts.ts';

/** Answers the calls about voices. */
export function answerVoices({
  stations: { maker, servers, now },
}: AnswerParts): AnswersTo<keyof VoiceCalls> {
  return {
    'voice.make': async ({ consent, alsoModels = [], ...ask }) => {
      const wanted = { ...ask, server: servers.chosen().id, ...(consent && { consent: 'ticked' as const }) };
      return makeVoices(wanted, alsoModels, { maker, newId: () => newId('group', now()) });
    },
    'voice.rename': async ({ voiceId, name }) => maker.rename(voiceId, name),
    'voice.remove': ({ voiceId }) => maker.remove(voiceId),
  };
}
