const TEXT = 'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable="true"]';
const CONTROL = 'button, input, [role="slider"], [role="menuitem"], [role="option"], [role="combobox"]';

/** What else decides whether Space is the recording's. */
export interface SpaceAsk {
  readonly recording: boolean;
  /** Whether the focus came where it is by keyboard. The page cannot say: any key press makes a focus "visible". */
  readonly byKeyboard: boolean;
}

/**
 * Whether this key press starts or stops the recording. Space belongs to a text field always. A control that was reached
 * with the keyboard keeps it, one that was merely clicked does not; while a recording runs, Space always stops it.
 */
export function spaceRecords(event: KeyboardEvent, { recording, byKeyboard }: SpaceAsk): boolean {
  if (event.code !== 'Space' || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  if (!(target instanceof Element)) return true;
  if (target.closest(TEXT) !== null) return false;
  if (recording || target.closest('[data-record]') !== null) return true;
  return target.closest(CONTROL) === null || !byKeyboard;
}

/** Follows how the focus came where it is. Answers the question and the undo. */
export function followFocus(): { byKeyboard(): boolean; stop(): void } {
  let byKeyboard = document.activeElement?.matches(':focus-visible') ?? false;
  const focused = ({ target }: FocusEvent) => {
    byKeyboard = target instanceof Element && target.matches(':focus-visible');
  };
  const pointed = () => {
    byKeyboard = false;
  };
  document.addEventListener('focusin', focused);
  document.addEventListener('pointerdown', pointed, true);
  return {
    byKeyboard: () => byKeyboard,
    stop() {
      document.removeEventListener('focusin', focused);
      document.removeEventListener('pointerdown', pointed, true);
    },
  };
}
