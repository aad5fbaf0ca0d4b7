import type { TakeCalls } from '../../contract/calls.ts';
import { cleanTake } from '../../recording/cleaning/clean-take.ts';
import type { Take } from '../../recording/take.ts';
import { fail, ok, type Result } from '../../result.ts';
import { newId } from '../ids.ts';
import { type AnswerParts, type AnswersTo, purgeLater } from './parts.ts';

/** Answers the calls about recordings. */
export function answerTakes({ stations, recorder, clean }: AnswerParts): AnswersTo<keyof TakeCalls> {
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
    'take.clean': async ({ takeId }) => {
      const take = takes.get(takeId);
      if (take?.state.status !== 'kept') return fail('take-not-found');
      const before = takes.list().find((one) => isCopyOf(one, takeId));
      if (before) return ok(before);
      return told(
        await cleanTake(take, {
          ...{ path: takes.path(takeId), clean, keeper: takes, now },
          newId: () => newId('take', now()),
        }),
      );
    },
    'take.peaks': ({ takeId }) => takes.peaks(takeId),
    'take.restore': async ({ takeId }) => told(await takes.move(takeId, { is: 'restored' })),
  };
}

function isCopyOf({ source, state }: Take, takeId: string): boolean {
  return state.status === 'kept' && source.kind === 'cleaned' && source.of === takeId;
}
