import { useEffect, useRef } from 'react';
import type { SampleEdits } from './use-sample-edits.ts';

/** Which step a key press asks for: Ctrl or ⌘ with Z back, with Shift or with Y forth; not in a text field. */
export function undoStep(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const { target } = event;
  if (target instanceof Element && target.closest('input:not([type="checkbox"], [type="radio"]), textarea'))
    return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}

/** Lets Ctrl+Z take edits of the sample back, and Ctrl+Shift+Z make them again. */
export function useUndoKeys(edits: Pick<SampleEdits, 'undo' | 'redo'>): void {
  const latest = useRef(edits);
  latest.current = edits;
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      const step = undoStep(event);
      if (step === null) return;
      event.preventDefault();
      latest.current[step]();
    };
    window.addEventListener('keydown', keyDown);
    return () => window.removeEventListener('keydown', keyDown);
  }, []);
}
