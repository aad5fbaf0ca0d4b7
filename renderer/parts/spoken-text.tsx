import type { KeyboardEvent } from 'react';
import type { SentenceTime } from '../../electron/speaking/joining/sentence-times.ts';
import { textPieces } from './spoken-pieces.ts';

interface SpokenTextProps {
  readonly text: string;
  /** When each sentence is heard; null where that is not known: then it is plain text. */
  readonly times: readonly SentenceTime[] | null;
  /** Which of them is heard now; null: none. */
  readonly heard: number | null;
  onJump(seconds: number): void;
}

/** A text whose sentence is lit while it is heard, and is played from where one clicks. */
export function SpokenText({ text, times, heard, onJump }: SpokenTextProps) {
  const pieces = textPieces(text, times);
  if (times === null || pieces === null) return text;
  return pieces.map((piece) =>
    piece.sentence === null ? (
      piece.text
    ) : (
      // biome-ignore lint/a11y/useSemanticElements: a button does not break over lines with the text around it
      <span
        key={piece.at}
        className="sentence"
        role="button"
        tabIndex={0}
        aria-current={piece.sentence === heard ? 'true' : undefined}
        title="Play from here"
        onClick={() => onJump(times[piece.sentence ?? 0]?.from ?? 0)}
        onKeyDown={(event) => pressed(event, () => onJump(times[piece.sentence ?? 0]?.from ?? 0))}
      >
        {piece.text}
      </span>
    ),
  );
}

function pressed(event: KeyboardEvent, jump: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.stopPropagation();
  jump();
}
