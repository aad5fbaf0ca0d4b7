import type { BatchLine } from './batch.ts';

/** What of a line a person decides and sees: its words, and how they are said. */
export type LineWords = Pick<
  BatchLine,
  'id' | 'text' | 'row' | 'chapter' | 'voiceId' | 'speed' | 'spokenAs' | 'fileName' | 'cue'
>;

/** These alone, of a line or of anything that has them; what is absent stays absent. */
export function lineWords(line: LineWords): LineWords {
  const { id, text, row, chapter, voiceId, speed, spokenAs, fileName, cue } = line;
  return {
    ...{ id, text, row },
    ...(chapter !== undefined && { chapter }),
    ...(voiceId !== undefined && { voiceId }),
    ...(speed !== undefined && { speed }),
    ...(spokenAs !== undefined && { spokenAs }),
    ...(fileName !== undefined && { fileName }),
    ...(cue !== undefined && { cue }),
  };
}
