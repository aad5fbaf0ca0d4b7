import { CHAPTER_GAP_MS, gapAfter } from '../joining/gaps.ts';
import type { BatchLine } from './batch.ts';

/** The natural silence behind a line, in milliseconds; a pause that the text asks for takes its place. */
export function gapBehind(line: BatchLine, next: BatchLine | undefined): number {
  if (line.pauseAfterMs !== undefined) return 0;
  const isChapterEnd = next !== undefined && next.chapter !== line.chapter;
  return isChapterEnd ? CHAPTER_GAP_MS : gapAfter(line.text, line.end);
}
