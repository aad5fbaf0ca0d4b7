import type { SamplePart } from '../../../electron/cloning/sample/sample.ts';
import { wordsOf } from '../../../electron/cloning/sample/script-parts.ts';
import { isSpokenHere, type Take } from '../../../electron/recording/take.ts';

/** What was read in a stretch of a take, where it is known: from the script that was followed. */
export function lineWords(line: SamplePart, take: Take | undefined): string | undefined {
  return line.sentence === undefined ? undefined : take && wordsOf(take, line);
}

/** Why the words of a stretch are not known and have to be written. */
export function whyUnknown({ sentence }: SamplePart, take: Take | undefined): string {
  if (take !== undefined && !isSpokenHere(take))
    return 'This sentence is from a file, so its words are not known here.';
  return sentence === undefined
    ? 'Here you spoke freely, so the words are not known.'
    : 'Here you spoke in words of your own, or they were not kept with the recording.';
}
