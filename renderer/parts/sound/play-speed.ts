import { useSyncExternalStore } from 'react';

/** How fast sounds are played, times their own speed; the pitch stays. Apart from the speed a voice speaks at. */
export const PLAY_SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

let speed = 1;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** From here on all players of this window play so fast. */
export function setPlaySpeed(next: number): void {
  speed = next;
  for (const listener of listeners) listener();
}

export function usePlaySpeed(): number {
  return useSyncExternalStore(subscribe, () => speed);
}

/** `1×`, `1.25×`. */
export function playSpeedWords(value: number): string {
  return `${value}×`;
}
