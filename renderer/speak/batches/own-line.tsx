import { Mic, Undo2 } from 'lucide-react';
import type { BatchLineView } from '../../../electron/contract/calls.ts';
import { Button } from '../../parts/button.tsx';
import { useNow } from '../../parts/clock.ts';
import { OwnSound } from '../own-sound.tsx';
import { ownWords } from '../own-words.ts';

/** The recording of a line's words in place of made speech, and back. */
export interface OwnActs {
  takeOwn(lineId: string): void;
  putBack(lineId: string): void;
}

interface OwnLineProps {
  readonly line: BatchLineView;
  readonly isBusy: boolean;
  readonly acts: OwnActs;
}

/** For a line whose words were once recorded: that recording in place of made speech, and back. */
export function OwnLine({ line, isBusy, acts }: OwnLineProps) {
  const now = useNow(false);
  const { own, isRecording, id } = line;
  if (isRecording)
    return (
      <div className="row own-line">
        <Button
          look="quiet"
          icon={<Undo2 size={16} aria-hidden="true" />}
          disabled={isBusy}
          onClick={() => acts.putBack(id)}
        >
          Back to made speech
        </Button>
      </div>
    );
  if (own === undefined) return null;
  return (
    <div className="row own-line">
      <OwnSound own={own} />
      <Button
        look="quiet"
        icon={<Mic size={16} aria-hidden="true" />}
        disabled={isBusy}
        title={ownWords(own, now)}
        onClick={() => acts.takeOwn(id)}
      >
        Use your own recording
      </Button>
    </div>
  );
}
