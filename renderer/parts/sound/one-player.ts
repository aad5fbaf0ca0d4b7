/** Something that sounds and can be silenced. */
export interface Sounding {
  pause(): void;
}

let sounding: Sounding | null = null;

/** One thing sounds at a time: whatever played before is paused. */
export function soundAlone(next: Sounding): void {
  if (sounding !== next) sounding?.pause();
  sounding = next;
}

/** Silences whatever plays, before a recording begins. */
export function silenceAll(): void {
  sounding?.pause();
  sounding = null;
}
