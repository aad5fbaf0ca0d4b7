const TEXT = 'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable="true"]';
const CONTROL = 'button, input, [role="slider"], [role="menuitem"], [role="option"], [role="combobox"]';

/**
 * Whether this key press starts or stops the recording. Space belongs to a text field always. A control that was reached
 * with the keyboard keeps it, one that was merely clicked does not; while a recording runs, Space always stops it.
 */
export function spaceRecords(event: KeyboardEvent, recording: boolean): boolean {
  if (event.code !== 'Space' || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  if (!(target instanceof Element)) return true;
  if (target.closest(TEXT) !== null) return false;
  if (recording || target.closest('[data-record]') !== null) return true;
  return target.closest(CONTROL) === null || !target.matches(':focus-visible');
}
