import { useRef, useState } from 'react';

/**
 * The same object for as long as the component is there, whose functions do what those of the last drawing do: so that
 * what is given them is not drawn anew each time.
 */
export function useSame<T extends { readonly [K in keyof T]: (...args: never[]) => unknown }>(latest: T): T {
  const current = useRef(latest);
  current.current = latest;
  const [same] = useState(() => {
    const names = Object.keys(latest) as (keyof T)[];
    const through = names.map(
      (name) => [name, (...args: never[]) => current.current[name](...args)] as const,
    );
    return Object.fromEntries(through) as T;
  });
  return same;
}
