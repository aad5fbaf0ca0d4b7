import { randomBytes } from 'node:crypto';

/**
 * A new id: what it names, the moment to the second, and 40 random bits, such as `take-20261123-094155-1f0c9a2be4`. Ids
 * sort by time and are file names.
 */
export function newId(
  what:
    | 'take'
    | 'import'
    | 'clip'
    | 'batch'
    | 'line'
    | 'voice'
    | 'job'
    | 'group'
    | 'consent'
    | 'receipt'
    | 'compare',
  now: number,
): string {
  const moment = new Date(now).toISOString().replace(/\D/g, '');
  return `${what}-${moment.slice(0, 8)}-${moment.slice(8, 14)}-${randomBytes(5).toString('hex')}`;
}
