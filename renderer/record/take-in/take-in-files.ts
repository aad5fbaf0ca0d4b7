import type { SamplePart } from '../../../electron/cloning/sample/sample.ts';
import { wholeTake } from '../../../electron/cloning/sample/sample.ts';
import type { Take } from '../../../electron/recording/take.ts';
import { secondsOf } from '../sample/sample-parts.ts';

/** Takes that came as files and are in `takes` but were not known before. */
export function newFiles(takes: readonly Take[], known: ReadonlySet<string>): readonly Take[] {
  return takes.filter(
    ({ id, source, state }) => source.kind === 'file' && state.status === 'kept' && !known.has(id),
  );
}

/** Whether a file goes into the sample as a whole: it is no longer than what the engine clones best from. */
export function goesInWhole(take: Take, sweetSpot: { readonly to: number }): boolean {
  return take.samples / take.sampleRate <= sweetSpot.to;
}

/**
 * The sample with a part of a file: the `best` one, else its beginning. It joins what is there, or stands alone where
 * together they would be too long.
 */
export function partsWithFile(ask: {
  readonly parts: readonly SamplePart[];
  readonly takes: readonly Take[];
  readonly take: Take;
  readonly best: { readonly from: number; readonly to: number } | null;
  readonly window: { readonly maxSeconds: number; readonly sweetSpot: { readonly to: number } };
}): readonly SamplePart[] {
  const { parts, takes, take, best, window } = ask;
  const to = Math.min(take.samples, Math.round(window.sweetSpot.to * take.sampleRate));
  const part = { ...wholeTake(take), to, ...best };
  const all = [...parts, part];
  return secondsOf(all, [...takes, take]) > window.maxSeconds ? [part] : all;
}
