import type { JobDesk, Outcome } from '../../jobs/job.ts';
import { outcomeOf } from '../outcomes.ts';
import type { Connection } from '../server.ts';

/** How long a job rests that may not spend more today; whoever allows more wakes it. */
const CEILING_MS = 600_000;

/**
 * The credits on the account; null where this server does not say, or charges nothing; an outcome where it cannot be asked
 * now.
 */
export async function creditsNow(
  { client, account, isFree }: Pick<Connection, 'client' | 'account' | 'isFree'>,
  { signal }: Partial<Pick<JobDesk, 'signal'>>,
): Promise<number | null | Outcome<never>> {
  if (isFree) return null;
  const credits = await client.credits(signal);
  if (credits.ok) {
    account?.told(credits.value.coins);
    return credits.value.coins;
  }
  const outcome = outcomeOf(credits.fault);
  return outcome.is === 'waiting' || credits.fault.code === 'token-refused' ? outcome : null;
}

/** The wait of a job that may spend nothing more today without the person's word; undefined where it may. */
export function heldByCeiling({ account }: Pick<Connection, 'account'>): Outcome<never> | undefined {
  const fault = account?.held();
  return fault && { is: 'waiting', why: 'credits', retryAfterMs: CEILING_MS, fault };
}
