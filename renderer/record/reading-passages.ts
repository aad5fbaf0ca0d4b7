/** Texts to read aloud, ours; each has most English sounds and takes about twenty seconds. */
export const READING_PASSAGES: readonly string[] = [
  'The ferry leaves at eight, just as the fog lifts off the harbour. A girl in a yellow coat counts the gulls aloud and loses track at forty. We share warm bread, talk about the weather, and watch the other shore grow closer.',
  'My uncle keeps bees behind the old railway house. Each morning he checks the hives, hums a low tune, and writes three short lines in a notebook. His honey tastes of thyme, orange peel and a very good July.',
  'On Thursday the power failed and the whole street came outside. Someone brought a guitar, someone else a huge pot of soup. We looked up: above the dark roofs there were suddenly more stars than I could measure.',
];

/** The passage after this one, around in a circle. */
export function nextPassage(index: number): number {
  return (index + 1) % READING_PASSAGES.length;
}
