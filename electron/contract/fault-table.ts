import { EDGE_ROWS } from './fault-rows/edge.ts';
import { JOBS_ROWS } from './fault-rows/jobs.ts';
import { LIBRARY_ROWS } from './fault-rows/library.ts';
import { MODELS_ROWS } from './fault-rows/models.ts';
import { SERVERS_ROWS } from './fault-rows/servers.ts';
import { SPEECH_ROWS } from './fault-rows/speech.ts';
import { TAKES_ROWS } from './fault-rows/takes.ts';
import { VOICES_ROWS } from './fault-rows/voices.ts';
import type { FaultRow } from './fault-rows/words.ts';
import type { FaultCode } from './faults.ts';

export type { FaultRow } from './fault-rows/words.ts';

/**
 * One row per code, each room's in a file of its own; a missing or invented code does not compile. `{name}` stands for
 * `fault.facts.name`; a sentence in brackets whose figure is missing is left out, elsewhere it reads “…”.
 */
export const FAULT_ROWS: { readonly [C in FaultCode]: FaultRow } = {
  ...SERVERS_ROWS,
  ...VOICES_ROWS,
  ...SPEECH_ROWS,
  ...TAKES_ROWS,
  ...JOBS_ROWS,
  ...LIBRARY_ROWS,
  ...MODELS_ROWS,
  ...EDGE_ROWS,
};
