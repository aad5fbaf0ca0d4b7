import type { Pronunciation } from '../../cloning/voice/manner.ts';
import { createStretches } from '../../processes/stretches.ts';
import { languageOfScript } from './language-of-script.ts';
import { type SpokenItem, speechOf } from './sent-text.ts';
import type { SplitRules } from './split-text.ts';

/** So much of a text is split at a time, in UTF-16 units: a few milliseconds. */
const STRETCH = 20_000;
/** What follows a piece decides whether it ends there: so much of it must have been seen, in UTF-16 units. */
const AHEAD = 100;

/** The same as `speechOf`, and others have their turn in between where the text is long, though it be one paragraph. */
export async function speechInStretches(
  text: string,
  rules: SplitRules & { readonly pronunciations?: readonly Pronunciation[] },
): Promise<readonly SpokenItem[]> {
  if (text.length <= STRETCH) return speechOf(text, rules);
  const known = { ...rules, language: rules.language ?? languageOfScript(text) };
  const stretches = createStretches();
  const items: SpokenItem[] = [];
  let size = STRETCH;
  let at = 0;
  while (at + size < text.length) {
    const sure = beforeCut(speechOf(text.slice(at, at + size), known));
    // One sentence that is longer than all that: its end must be seen.
    size = sure.length === 0 ? 2 * size : STRETCH;
    for (const item of sure) {
      items.push(item);
      at += item.raw.length;
    }
    if (stretches.isOver()) await stretches.rest();
  }
  for (const item of speechOf(text.slice(at), known)) items.push(item);
  return items;
}

/** Without the last pieces, of which the cut may be the end, and the silences around them. */
function beforeCut(items: readonly SpokenItem[]): readonly SpokenItem[] {
  let left = items.length;
  for (let seen = 0; left > 0 && seen < AHEAD; ) seen += items[--left]?.raw.length ?? 0;
  return items.slice(0, items.slice(0, left).findLastIndex(({ is }) => is === 'speech') + 1);
}
