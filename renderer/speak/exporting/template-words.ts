import {
  DEFAULT_TEMPLATE,
  filled,
  isNamePart,
  NAME_PARTS,
  type NamePart,
  partsOf,
} from '../../../electron/speaking/exporting/name-template.ts';

/** What each part stands for in the example. */
const EXAMPLE: Readonly<Record<NamePart, string>> = {
  n: '01',
  voice: 'Maria',
  text: 'Once upon a time',
  title: 'Tales',
  chapter: 'One',
  file: 'intro',
  date: '2026-03-04',
};

/** Why these words cannot name files, as a sentence; null where they can. */
export function templateProblem(words: string): string | null {
  if (words.trim() === '') return null;
  const parts = partsOf(words);
  const unknown = parts.find((part) => !isNamePart(part));
  if (unknown !== undefined) return `There is no {${unknown}}. There are {${NAME_PARTS.join('}, {')}}.`;
  return parts.length === 0 ? 'Name a part in braces, such as {text}.' : null;
}

/** A name as it would come out. */
export function exampleName(words: string): string {
  return filled(words.trim() || DEFAULT_TEMPLATE, EXAMPLE);
}
