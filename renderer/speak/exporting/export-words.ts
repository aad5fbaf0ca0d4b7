/** Where an export went: `Saved as Letter.mp3 in Music.`, `Saved 12 files in Music.` */
export function exportedWords(paths: readonly string[]): string {
  const [first = ''] = paths;
  const parts = first.split(/[\\/]/);
  const name = parts.at(-1) ?? '';
  const folder = parts.at(-2) || 'the folder you chose';
  if (paths.length === 1) return `Saved as ${name} in ${folder}.`;
  return `Saved ${paths.length.toLocaleString('en')} files in ${folder}.`;
}

/** What an export leaves out because it was not spoken; empty where all is there. */
export function leftOutWords({ done, lines }: { readonly done: number; readonly lines: number }): string {
  const left = lines - done;
  if (left <= 0) return '';
  return left === 1
    ? '1 line is not spoken yet and will be left out.'
    : `${left.toLocaleString('en')} lines are not spoken yet and will be left out.`;
}

/** `WAV`, `MP3`, as the segments show it. */
export function formatWords(format: string): string {
  return format.length > 3 ? `${format[0]?.toUpperCase()}${format.slice(1)}` : format.toUpperCase();
}

/** The last part of a folder's path. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
