import type { TakeSource } from '../../cloning/sample/load-sample.ts';
import type { JobRunner } from '../../jobs/runner.ts';
import { integratedLoudness } from '../../recording/quality/loudness.ts';
import { fail, ok, type Result } from '../../result.ts';
import { type Audition, askAudition } from '../../speaking/audition.ts';
import type { Clip } from '../../speaking/clip.ts';
import { beginComparison, type NewComparison, rankComparison } from '../../speaking/compare.ts';
import type { Comparison } from '../../speaking/comparison.ts';
import { keepAliveLine, previewLine } from '../../speaking/preview-lines.ts';
import type { SpeechParts } from '../../speaking/speech-parts.ts';
import type { Emitter } from '../emitter.ts';
import { newId } from '../ids.ts';
import type { Library } from '../open-library.ts';

interface HearingParts {
  readonly library: Pick<Library, 'voices' | 'clips' | 'auditions' | 'comparisons'>;
  readonly source: TakeSource;
  readonly runner: () => JobRunner;
  readonly events: Emitter;
  readonly now: () => number;
}

/** Where what voices say ends up, and lines that are said only to be heard. */
export interface Hearing {
  readonly keep: SpeechParts['keep'];
  readonly keepCopy: SpeechParts['keepCopy'];
  readonly clip: SpeechParts['clip'];
  /** A short line, or these words, asked for once. */
  preview(voiceId: string, words?: string): Promise<Result<Audition>>;
  /** A short line, so that the clone counts as used. */
  keepAlive(voiceId: string): Promise<Result<Audition>>;
  compare(ask: NewComparison): Promise<Result<Comparison>>;
  rank(ask: {
    readonly comparisonId: string;
    readonly ranking: readonly string[];
  }): Promise<Result<Comparison>>;
  /** Removes a comparison; what the voices said stays with them. */
  forget(comparisonId: string): Promise<Result<void>>;
}

export function createHearing({ library, source, runner, events, now }: HearingParts): Hearing {
  const { voices, clips, auditions, comparisons } = library;
  const told = (result: Result<Comparison>): Result<Comparison> => {
    if (result.ok) events.emit('comparison.changed', result.value);
    return result;
  };
  const parts = {
    ...{ voice: voices.get, auditions: auditions.list, runner, source, now },
    ...{ shelf: comparisons, random: Math.random },
    newId: (what: 'clip' | 'job' | 'compare') => newId(what, now()),
  };
  const say = (voiceId: string, line: (language: string) => string, fresh: boolean) => {
    const voice = voices.get(voiceId);
    return voice
      ? askAudition({ voiceId, text: line(voice.language), fresh }, parts)
      : Promise.resolve(fail('voice-not-found'));
  };
  return {
    async keep(clip, sound, { audition }) {
      if (!audition) {
        const added = await clips.add(clip, sound);
        if (added.ok) events.emit('clip.changed', added.value);
        return added;
      }
      const loudness = integratedLoudness(sound.samples, sound.sampleRate);
      const added = await auditions.add({ ...clip, ...(loudness !== undefined && { loudness }) }, sound);
      if (added.ok) events.emit('audition.changed', added.value);
      return added;
    },
    async keepCopy(clip, of) {
      const added = await clips.addCopy(clip, of);
      if (added.ok && !clip.line) events.emit('clip.changed', added.value);
      return added;
    },
    clip: (id): Clip | undefined => clips.get(id) ?? auditions.get(id),
    preview: (voiceId, words) => say(voiceId, words === undefined ? previewLine : () => words, false),
    keepAlive: (voiceId) => say(voiceId, (language) => keepAliveLine(language, now()), true),
    compare: async (ask) => told(await beginComparison(ask, parts)),
    rank: async (ask) => told(await rankComparison(ask, parts)),
    async forget(id) {
      if (!comparisons.get(id)) return fail('comparison-not-found');
      await comparisons.remove(id);
      events.emit('comparison.gone', { id });
      return ok(undefined);
    },
  };
}
