/** What a name template may name: the line's number, its voice, its first words, its own file name, chapter, title, date. */
export const NAME_PARTS = ['n', 'voice', 'text', 'file', 'chapter', 'title', 'date'] as const;
export type NamePart = (typeof NAME_PARTS)[number];

/** The template where none was chosen; a line that brings a file name of its own is called by that alone. */
export const DEFAULT_TEMPLATE = '{n}-{voice}-{text}';

/** Bytes of a name in UTF-8, its ending not counted: file systems take 255, and folders are synced to other systems. */
const MOST_BYTES = 180;
/** Characters of a text that come into a name. */
const WORDS = 50;
/** The ending of a sound file in a table's column of file names. */
const SOUND_ENDING = /\.(?:wav|mp3|m4a|aac|opus|ogg|flac)$/i;
/** Names Windows keeps for devices, with or without an ending. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;

export type NameValues = Readonly<Partial<Record<NamePart, string>>>;

/** Whether a template can be used: it names something and every part in braces is known. */
export function isNameTemplate(template: string): boolean {
  const parts = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, part]) => part);
  return parts.length > 0 && parts.every((part) => NAME_PARTS.some((known) => known === part));
}

/**
 * Gives each file of a folder a name that every system takes, none twice (whatever the case); `isTaken` says which names
 * (with ending) are there already. `ending` without its dot.
 */
export function createNamer(options: {
  readonly template: string;
  readonly isTaken: (name: string) => boolean;
}): (values: NameValues, endings: readonly string[]) => string {
  const given = new Set<string>();
  const isFree = (stem: string, endings: readonly string[]): boolean =>
    !given.has(stem.toLowerCase()) && endings.every((ending) => !options.isTaken(`${stem}.${ending}`));
  return (values, endings) => {
    const plain = fileNameOf(values, options.template);
    let stem = plain;
    for (let n = 2; !isFree(stem, endings); n++) stem = `${cut(plain, MOST_BYTES - 8)} (${n})`;
    given.add(stem.toLowerCase());
    return stem;
  };
}

/** The template with its values as a file's name, without its ending; a table may give its file names with one. */
export function fileNameOf({ file = '', ...values }: NameValues, template: string): string {
  const own = file.replace(SOUND_ENDING, '');
  const isOwn = template === DEFAULT_TEMPLATE && own !== '';
  return safeName(filled(isOwn ? '{file}' : template, { ...values, file: own }));
}

/** The template with its values; what stands around an empty one goes with it. */
function filled(template: string, values: NameValues): string {
  return template
    .replace(/\{([^{}]*)\}/g, (_all, part: NamePart) =>
      (values[part] ?? '').slice(0, part === 'text' ? WORDS : 100),
    )
    .replace(/[-_ ]{2,}/g, (run) => run[0] ?? '')
    .replace(/^[-_ ]+|[-_ ]+$/g, '');
}

/** A name for a file on Windows, macOS and Linux alike (without its ending); never empty. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = cut(plain, MOST_BYTES).replace(/^[. ]+|[. ]+$/g, '');
  if (short === '') return 'speech';
  return DEVICES.test(short) ? `_${short}` : short;
}

/** At most so many bytes of UTF-8, cut between graphemes. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let length = 0;
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(
    text.slice(0, bytes),
  )) {
    length += Buffer.byteLength(segment);
    if (length > bytes) break;
    kept += segment;
  }
  return kept.trimEnd();
}
