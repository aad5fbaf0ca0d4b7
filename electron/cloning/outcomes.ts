import { type A2eFaultCode, passesByItself } from '../a2e/faults.ts';
import type { Outcome } from '../jobs/job.ts';
import type { Fault } from '../result.ts';
import type { ConnectFault } from './server.ts';

/**
 * What a failed call that certainly was not carried out (or may be repeated freely) means for its job: waiting where
 * it passes by itself, failed where a person must do something.
 */
export function outcomeOf(fault: Fault<A2eFaultCode>): Outcome<never> {
  if (fault.code === 'canceled') return { is: 'waiting', why: 'network', fault };
  if (!passesByItself(fault.code)) return { is: 'failed', fault };
  const why = fault.code === 'rate-limited' || fault.code === 'occupied' ? 'capacity' : 'network';
  return {
    is: 'waiting',
    why,
    fault,
    ...(fault.retryAfterMs !== undefined && { retryAfterMs: fault.retryAfterMs }),
  };
}

/**
 * What it means for a job that its server (the id) cannot be connected: where Timbre does not know it, or has no token
 * for it, the job waits until it does; nothing is done elsewhere in its place.
 */
export function unconnected(fault: Fault<ConnectFault>, server: string): Outcome<never> {
  const named = { ...fault, facts: { server } };
  if (fault.code === 'server-not-started') return { is: 'failed', fault: named };
  return { is: 'waiting', why: 'server', key: `server:${server}`, fault: named };
}
