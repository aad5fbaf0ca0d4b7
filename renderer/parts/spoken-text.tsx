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
      <JumpText
        key={piece.at}
        text={piece.text}
        isHeard={piece.sentence === heard}
        onJump={() => onJump(times[piece.sentence ?? 0]?.from ?? 0)}
      />
    ),
  );
}

interface JumpTextProps {
  readonly text: string;
  readonly isHeard: boolean;
  onJump(): void;
}

/** A sentence that is lit while it is heard; a click plays from there. */
export function JumpText({ text, isHeard, onJump }: JumpTextProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button does not break over lines with the text around it
    <span
      className="sentence"
      role="button"
      tabIndex={0}
      aria-current={isHeard ? 'true' : undefined}
      title="Play from here"
      onClick={onJump}
      onKeyDown={(event) => pressed(event, onJump)}
    >
      {text}
    </span>
  );
}

function pressed(event: KeyboardEvent, jump: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.stopPropagation();
  jump();
}
