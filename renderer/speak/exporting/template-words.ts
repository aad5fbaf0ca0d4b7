/** What a name may be put together of, with what it stands for in the example. */
const PARTS: Readonly<Record<string, string>> = {
  n: '01',
  voice: 'Maria',
  text: 'Once upon a time',
  title: 'Tales',
  chapter: 'One',
  file: 'intro',
  date: '2026-03-04',
};

const USUAL = '{n}-{voice}-{text}';

/** Why these words cannot name files, as a sentence; null where they can. The main process checks them again. */
export function templateProblem(words: string): string | null {
  if (words.trim() === '') return null;
  const parts = [...words.matchAll(/\{([^{}]*)\}/g)].map(([, part = '']) => part);
  const unknown = parts.find((part) => !(part in PARTS));
  if (unknown !== undefined)
    return `There is no {${unknown}}. There are {${Object.keys(PARTS).join('}, {')}}.`;
  return parts.length === 0 ? 'Name a part in braces, such as {text}.' : null;
}

/** A name as it would come out. */
export function exampleName(words: string): string {
  return (words.trim() || USUAL).replace(/\{([^{}]*)\}/g, (_all, part: string) => PARTS[part] ?? '');
}
