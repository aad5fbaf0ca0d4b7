import { ENGINES } from '../../cloning/engines/engines.ts';
import { bestPart } from '../../cloning/sample/best-part.ts';
import { oneSound } from '../../cloning/sample/one-sound.ts';
import type { SampleCalls, SampleReport } from '../../contract/calls.ts';
import { takeBlocks } from '../../recording/listening/take-blocks.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Stations } from '../stations.ts';
import { type AnswerParts, type AnswersTo, purgeLater } from './parts.ts';

/** Answers the calls about the sample in the making. */
export function answerSamples(parts: AnswerParts): AnswersTo<keyof SampleCalls> {
  const { stations } = parts;
  const { samples, takes, early, events, now } = stations;
  return {
    'sample.change': async (patch) => samples.change(patch),
    'sample.agree': async (ask) => {
      const { text } = ask;
      if (ask.how === 'ticked') return samples.agree({ how: 'ticked', text });
      const { takeId } = ask;
      if (ask.how === 'spoken')
        return samples.agree({ how: 'spoken', text, stretch: { takeId, from: ask.from, to: ask.to } });
      const agreed = await samples.agree({ how: 'statement', text, takeId });
      // It is kept with the consents now; among the takes it would be taken for a recording to be cloned.
      const put = agreed.ok ? await takes.move(takeId, { is: 'discarded', at: now() }) : undefined;
      if (put?.ok) events.emit('take.changed', put.value);
      purgeLater(stations, 'take');
      return agreed;
    },
    'sample.disagree': () => samples.disagree(),
    'sample.clear': () => samples.clear(),
    'sample.suggest': ({ takeId }) => suggest(stations, takeId),
    'sample.check': () => check(parts),
    'sample.sendEarly': () => early.begin(),
  };
}

async function suggest({ samples, takes }: Stations, takeId: string): ReturnType<typeof bestPart> {
  const take = takes.get(takeId);
  if (take?.state.status !== 'kept') return fail('take-not-found');
  return bestPart(take, { blocks: takeBlocks(takes.path(takeId)), engine: ENGINES[samples.get().model] });
}

async function check({ stations: { samples }, quality }: AnswerParts): Promise<Result<SampleReport>> {
  const { revision, model } = samples.get();
  const rendered = await samples.render();
  if (!rendered.ok) return rendered;
  const clips = rendered.value.map(({ sound, parts, matched }) => ({
    ...{ parts, matched },
    seconds: sound.samples.length / sound.sampleRate,
  }));
  const sounds = rendered.value.map(({ sound }) => sound);
  const judged = await quality.assess({ ...oneSound(sounds), window: ENGINES[model] });
  if (!judged.ok) return judged;
  return ok({
    revision,
    clips,
    quality: judged.value,
    seconds: clips.reduce((sum, { seconds }) => sum + seconds, 0),
  });
}
