import type { z } from 'zod';
import type { CallName, Calls } from './calls.ts';
import { appParsers } from './parsers/app.ts';
import { batchParsers } from './parsers/batches.ts';
import { clipParsers } from './parsers/clips.ts';
import { comparisonParsers } from './parsers/comparisons.ts';
import { importParsers } from './parsers/imports.ts';
import { modelParsers } from './parsers/models.ts';
import { sampleParsers } from './parsers/samples.ts';
import { serverParsers } from './parsers/servers.ts';
import { speechParsers } from './parsers/speech.ts';
import { takeParsers } from './parsers/takes.ts';
import { voiceParsers } from './parsers/voices.ts';

/** One parser for the argument of each call, from `unknown`; a call without one does not compile. */
export const parsers: { readonly [N in CallName]: z.ZodType<Calls[N]['ask']> } = {
  ...appParsers,
  ...serverParsers,
  ...takeParsers,
  ...sampleParsers,
  ...importParsers,
  ...modelParsers,
  ...voiceParsers,
  ...comparisonParsers,
  ...speechParsers,
  ...clipParsers,
  ...batchParsers,
};
