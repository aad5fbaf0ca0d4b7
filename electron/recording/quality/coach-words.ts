import type { RoomCode } from './room-check.ts';

export const COACH_HINTS = [
  'no-signal',
  'softer',
  'hum',
  'closer',
  'louder',
  'noise',
  'steady',
  'speak',
] as const;
/** What helps most now; the first named matters most. */
export type CoachHint = (typeof COACH_HINTS)[number];

/** What the coach says while somebody records: a few words that can be read in passing. */
export const COACH_WORDS: { readonly [H in CoachHint]: string } = {
  'no-signal': 'No sound arrives. Check the microphone.',
  softer: 'Too loud. Move back a little.',
  hum: 'There is a hum. Move away from chargers and lamps.',
  closer: 'Come closer to the microphone.',
  louder: 'A little louder, or turn the microphone up.',
  noise: 'There is noise around you.',
  steady: 'Keep the same distance.',
  speak: 'Read on when you are ready.',
};

/** What is said of the room before a take. */
export const ROOM_WORDS: { readonly [C in RoomCode]: string } = {
  quiet: 'Your room is quiet.',
  'no-signal': 'No sound arrives. Check the microphone.',
  unsteady: 'Something was heard. Stay still for a moment and listen again.',
  hum: 'There is a hum from the mains. Move away from chargers and lamps, or try another cable or socket.',
  noisy: 'There is noise in the room. Close windows, switch off fans, come closer to the microphone.',
};
