import type { Voice } from './voice.ts';

const DAY_MS = 86_400_000;
/** MiniMax deletes a clone that was not used for so many days [its own page; whether A2E's route inherits it is unknown]. */
const MINIMAX_DAYS = 7;
/** From how many days before that on it is said. */
const WARN_DAYS = 3;

/** How long a clone may still lie unused, in days, rounded down; 0: it may be gone by now. */
export interface Unused {
  readonly daysLeft: number;
}

/**
 * Whether a voice is about to be deleted by its engine because nobody uses it; undefined where nothing is to be said. A
 * voice that never spoke was last used when it was made. `now` in milliseconds since 1970.
 */
export function unusedFor(
  {
    model,
    server,
    state,
    usedAt,
    updatedAt,
  }: Pick<Voice, 'model' | 'server' | 'state' | 'usedAt' | 'updatedAt'>,
  now: number,
): Unused | undefined {
  if (model !== 'minimax' || server === 'local' || state.status !== 'completed') return undefined;
  const left = MINIMAX_DAYS - (now - (usedAt ?? updatedAt)) / DAY_MS;
  return left > WARN_DAYS ? undefined : { daysLeft: Math.max(0, Math.floor(left)) };
}
