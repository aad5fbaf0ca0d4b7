import type { TakeSource } from '../../cloning/sample/load-sample.ts';
import { type FindOwnLine, type OwnLine, ownLines } from '../../cloning/sample/own-lines.ts';
import type { SampleDesk } from '../../cloning/sample/sample-desk.ts';
import type { TakeShelf } from '../../library/take-shelf.ts';
import type { VoiceShelf } from '../../library/voice-shelf.ts';
import type { Pcm } from '../../recording/wav.ts';
import { fail, ok, type Result } from '../../result.ts';
import { trimEdges } from '../../speaking/joining/edges.ts';

/** Sentences that people really recorded, to be heard in place of made speech. */
export interface OwnRecordings {
  /** Looks through what is recorded now; for many lines asked once. */
  finder(): FindOwnLine;
  /** The sound of a sentence, without the silence around it. */
  sound(line: Pick<OwnLine, 'takeId' | 'from' | 'to'>): Promise<Result<Pcm>>;
}

export function createOwnRecordings({
  takes,
  voices,
  samples,
  source,
}: {
  readonly takes: Pick<TakeShelf, 'list'>;
  readonly voices: Pick<VoiceShelf, 'list'>;
  readonly samples: Pick<SampleDesk, 'withoutConsent'>;
  readonly source: TakeSource;
}): OwnRecordings {
  return {
    finder: () =>
      ownLines({ takes: takes.list(), voices: voices.list(), withoutConsent: samples.withoutConsent }),
    async sound(line) {
      const take = source.take(line.takeId);
      if (!take) return fail('take-not-found');
      const sound = await source.span(take, line);
      if (!sound.ok) return sound;
      return ok({ ...sound.value, samples: trimEdges(sound.value.samples, sound.value.sampleRate) });
    },
  };
}
