import { z } from 'zod';

/** No argument. */
export const nothing = z.null();
/** The id of anything kept. */
export const id = z.string().regex(/^[\w-]{1,100}$/);
/** What a person called something; the rooms say what a good name is. */
export const name = z.string().max(1000);
/** The id of a server: `local` or its address. */
export const serverId = z.string().min(1).max(2000);
