import type { Import } from '../../../electron/contract/calls.ts';
import { clockWords } from '../../parts/time-words.ts';

/** How far a file is on its way in. */
export function importWords({ state }: Pick<Import, 'state'>): string {
  if (state.status === 'waiting') return 'waiting';
  if (state.status === 'failed') return 'not taken in';
  const read = clockWords(state.seconds);
  return state.inAll === undefined ? read : `${read} of ${clockWords(state.inAll)}`;
}
