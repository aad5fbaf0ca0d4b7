import type { Clip } from '../clip.ts';
import { clipPart, type LoadClip } from '../exporting/clip-items.ts';
import type { ExportItem, ExportPart } from '../exporting/export-speech.ts';
import type { Batch, BatchLine } from './batch.ts';
import { gapBehind } from './line-gaps.ts';

export interface ExportSource {
  readonly batch: Pick<Batch, 'name' | 'createdAt'>;
  readonly lines: readonly BatchLine[];
  /** The clip that stands for a line; a line without one is left out. */
  readonly clipOf: (line: BatchLine) => Clip | undefined;
  readonly load: LoadClip;
}

/** What to write: one file of all lines, or one for each row. Rows of which nothing is spoken yet give none. */
export function exportItems(source: ExportSource, as: 'one' | 'rows'): readonly ExportItem[] {
  const spoken = source.lines.flatMap((line) => {
    const clip = source.clipOf(line);
    return clip ? [{ line, clip }] : [];
  });
  const groups = as === 'one' ? [spoken] : groupedByRow(spoken);
  const digits = String(groups.length).length;
  return groups.flatMap((group, i) => {
    const [first] = group;
    if (!first) return [];
    const { line, clip } = first;
    const text = as === 'one' ? source.batch.name : line.text;
    return {
      title: text.slice(0, 200),
      names: {
        ...{ n: String(i + 1).padStart(digits, '0'), voice: clip.voiceName, text, title: source.batch.name },
        ...{ file: line.fileName ?? '', chapter: line.chapter ?? '' },
        date: new Date(source.batch.createdAt).toISOString().slice(0, 10),
      },
      parts: partsOf(group, source.load),
    };
  });
}

interface Spoken {
  readonly line: BatchLine;
  readonly clip: Clip;
}

function groupedByRow(spoken: readonly Spoken[]): readonly (readonly Spoken[])[] {
  const rows = new Map<number, Spoken[]>();
  for (const each of spoken) rows.set(each.line.row, [...(rows.get(each.line.row) ?? []), each]);
  return [...rows.values()];
}

function partsOf(group: readonly Spoken[], load: ExportSource['load']): readonly ExportPart[] {
  return group.flatMap(({ line, clip }, i): readonly ExportPart[] => {
    const silence = (ms: number | undefined): readonly ExportPart[] => (ms ? [{ is: 'silence', ms }] : []);
    return [
      ...silence(line.pauseBeforeMs),
      clipPart(clip, { load, text: line.text, gapMs: gapBehind(line, group[i + 1]?.line) }),
      ...silence(line.pauseAfterMs),
    ];
  });
}
