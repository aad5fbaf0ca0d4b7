import { useEffect, useRef } from 'react';

/** Esc backs out, wherever the focus is; a list or menu that Esc just closed has taken it already. */
export function useEscapeKey(backOut: () => void): void {
  const latest = useRef(backOut);
  latest.current = backOut;
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current();
    };
    window.addEventListener('keydown', keyDown);
    return () => window.removeEventListener('keydown', keyDown);
  }, []);
}
