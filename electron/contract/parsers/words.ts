import { z } from 'zod';
import { MOST_PRONUNCIATIONS, SPEED_RANGE } from '../../cloning/voice/manner.ts';

/** No argument. */
export const nothing = z.null();
/** The id of anything kept. */
export const id = z.string().regex(/^[\w-]{1,100}$/);
/** What a person called something; the rooms say what a good name is. */
export const name = z.string().max(1000);
/** The id of a server: `local` or its address. */
export const serverId = z.string().min(1).max(2000);
/** ISO 639. */
export const language = z.string().regex(/^[a-z]{2,3}$/);
/** How fast a voice speaks. */
export const speed = z.number().min(SPEED_RANGE.from).max(SPEED_RANGE.to);
/** How words are to be said. */
export const pronunciations = z
  .array(z.strictObject({ word: z.string().max(200), spoken: z.string().max(1000) }))
  .max(MOST_PRONUNCIATIONS);
/** A stretch of a take; whether the take is that long the cloning room says. */
export const samplePart = z.strictObject({
  takeId: id,
  from: z.number().int().nonnegative(),
  to: z.number().int().positive(),
  sentence: z.number().int().min(-1).exactOptional(),
});
