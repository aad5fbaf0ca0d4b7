import { standingConsent } from '../../cloning/sample/consent.ts';
import { takesOf } from '../../cloning/sample/sample.ts';
import { makeVoices } from '../../cloning/voice/make-voices.ts';
import type { VoiceCalls } from '../../contract/calls.ts';
import { fail, ok } from '../../result.ts';
import { newId } from '../ids.ts';
import { voiceFileName } from '../voices/voice-files.ts';
import type { AnswerParts, AnswersTo } from './parts.ts';

/** Answers the calls about voices. */
export function answerVoices({ stations, desktop }: AnswerParts): AnswersTo<keyof VoiceCalls> {
  const { maker, care, files, servers, samples, voices, now } = stations;
  return {
    'voice.make': async ({ parts, alsoModels = [], replaces, ...ask }) => {
      const draft = samples.get();
      const made = parts ?? draft.parts;
      const takeIds = takesOf(made);
      // The consent of the sample in the making says nothing of other takes: another person may speak there.
      const consent = (parts ? null : draft.consent) ?? standingConsent(takeIds, voices.list());
      const wanted = {
        ...{ ...ask, server: servers.chosen().id, takeIds, parts: made },
        ...(consent && { consent }),
        ...(replaces !== undefined && { replaces: { id: replaces, why: 'recorded-again' as const } }),
      };
      const voice = await makeVoices(wanted, alsoModels, { maker, newId: () => newId('group', now()) });
      if (voice.ok && !parts) await samples.clear();
      return voice;
    },
    'voice.rename': async ({ voiceId, name }) => maker.rename(voiceId, name),
    'voice.rebuild': ({ voiceId }) => {
      const home = voices.get(voiceId)?.server;
      const server = servers.list().find(({ id }) => id === home) ?? servers.chosen();
      return maker.rebuild(voiceId, server.id);
    },
    'voice.describe': async ({ voiceId, ...words }) => maker.describe(voiceId, words),
    'voice.remove': (ask) => care.remove(ask),
    'voice.export': async ({ voiceId }) => {
      const voice = voices.get(voiceId);
      if (!voice) return fail('voice-not-found');
      const path = await desktop.askWhereToSave(voiceFileName(voice));
      return path === null ? ok(null) : files.save(voiceId, path);
    },
    'voice.import': async () => {
      const path = await desktop.askForVoice();
      if (path === null) return ok(null);
      const opened = await files.open(path);
      if (opened.ok) void care.lookAt(opened.value.id);
      return opened;
    },
    'voices.sync': (ask) => care.sync(ask?.server ?? servers.chosen().id),
  };
}
