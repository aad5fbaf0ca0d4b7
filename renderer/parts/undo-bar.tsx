import { Undo2, X } from 'lucide-react';
import { Button, IconButton } from './button.tsx';
import { undoBar, useUndoOffer } from './undo.ts';

/** "Recording discarded. Undo", at the foot of the window for ten seconds. */
export function UndoBar() {
  const offer = useUndoOffer();
  return (
    <div className="undo-place" role="status" aria-live="polite">
      {offer === null ? null : (
        <div className="undo">
          <span className="cut">{offer.words}</span>
          <Button
            look="quiet"
            icon={<Undo2 size={16} aria-hidden="true" />}
            onClick={() => undoBar.takeBack()}
          >
            Undo
          </Button>
          <IconButton label="Close" onClick={() => undoBar.dismiss()}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </div>
  );
}
