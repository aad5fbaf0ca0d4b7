const TAKES_ARROWS =
  'input, textarea, [contenteditable="true"], [role="slider"], [role="combobox"], [role="radio"]';
const TAKES_ENTER = 'button, a, input, textarea, [contenteditable="true"], [role="combobox"]';

/** Whether this key press goes on to the next sentence: → or Enter, where the control in focus has no use for it. */
export function readsOn(event: KeyboardEvent): boolean {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  if (event.key !== 'ArrowRight' && event.key !== 'Enter') return false;
  const { target } = event;
  if (!(target instanceof Element)) return true;
  // The record button is pressed with Space and the mouse; after a click it still has the focus.
  if (event.key === 'Enter' && target.closest('[data-record]') !== null) return true;
  return target.closest(event.key === 'Enter' ? TAKES_ENTER : TAKES_ARROWS) === null;
}
