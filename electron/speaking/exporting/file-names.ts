import { DEFAULT_TEMPLATE, filled, type NameValues } from './name-template.ts';

/** Bytes of a name in UTF-8, its ending not counted: file systems take 255, and folders are synced to other systems. */
const MOST_BYTES = 180;
/** The ending of a sound file in a table's column of file names. */
const SOUND_ENDING = /\.(?:wav|mp3|m4a|aac|opus|ogg|flac)$/i;
/** Names Windows keeps for devices, with or without an ending. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;

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
