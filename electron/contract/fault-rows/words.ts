/** What happened, what was kept, what to do; each a whole sentence, or empty. */
export type FaultRow = readonly [happened: string, kept: string, todo: string];

export const RECORDING_SAFE = 'Your recording is safe.';
export const WORK_SAFE = 'What you asked for is kept and nothing was paid twice.';
export const NOTHING_LOST = 'Nothing was lost.';
export const NOTHING_SENT = 'Nothing was sent.';
