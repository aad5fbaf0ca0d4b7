import type { TakeCalls } from '../../contract/calls.ts';
import type { Take } from '../../recording/take.ts';
import { fail, type Result } from '../../result.ts';
import { type AnswerParts, type AnswersTo, purgeLater } from './parts.ts';

/** Answers the calls about recordings. */
export function answerTakes({ stations, recorder }: AnswerParts): AnswersTo<keyof TakeCalls> {
  const { events, takes, settings, voices, now } = stations;
  const told = (result: Result<Take>): Result<Take> => {
    if (result.ok) events.emit('take.changed', result.value);
    return result;
  };
  return {
    'take.begin': async (ask) => told(await recorder.begin({ ...ask, bitDepth: settings.get().bitDepth })),
    'take.stop': async ({ takeId, samples }) => told(await recorder.stop(takeId, samples)),
    'take.discard': async ({ takeId }) => {
      const voice = voices.list().find(({ takeIds }) => takeIds.includes(takeId));
      if (voice) return fail('take-in-use', { facts: { voice: voice.name } });
      purgeLater(stations, 'take');
      return told(await takes.move(takeId, { is: 'discarded', at: now() }));
    },
    'take.peaks': ({ takeId }) => takes.peaks(takeId),
    'take.restore': async ({ takeId }) => told(await takes.move(takeId, { is: 'restored' })),
  };
}
