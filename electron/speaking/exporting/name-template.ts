/** What a name template may name: the line's number, its voice, its first words, its own file name, chapter, title, date. */
export const NAME_PARTS = ['n', 'voice', 'text', 'file', 'chapter', 'title', 'date'] as const;
export type NamePart = (typeof NAME_PARTS)[number];
export type NameValues = Readonly<Partial<Record<NamePart, string>>>;

/** The template where none was chosen; a line that brings a file name of its own is called by that alone. */
export const DEFAULT_TEMPLATE = '{n}-{voice}-{text}';

const PART = /\{([^{}]*)\}/g;
/** Characters of a text that come into a name. */
const WORDS = 50;

/** What stands in braces, known or not. */
export function partsOf(template: string): readonly string[] {
  return [...template.matchAll(PART)].map(([, part = '']) => part);
}

export function isNamePart(part: string): part is NamePart {
  return NAME_PARTS.some((known) => known === part);
}

/** Whether a template can be used: it names something and every part in braces is known. */
export function isNameTemplate(template: string): boolean {
  const parts = partsOf(template);
  return parts.length > 0 && parts.every(isNamePart);
}

/** The template with its values; what stands around an empty one goes with it. */
export function filled(template: string, values: NameValues): string {
  return template
    .replace(PART, (_all, part: NamePart) => (values[part] ?? '').slice(0, part === 'text' ? WORDS : 100))
    .replace(/[-_ ]{2,}/g, (run) => run[0] ?? '')
    .replace(/^[-_ ]+|[-_ ]+$/g, '');
}
