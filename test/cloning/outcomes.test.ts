import { describe, expect, it } from 'vitest';
import { A2E_FAULT_CODES, type A2eFaultCode } from '../../electron/a2e/faults.ts';
import { outcomeOf } from '../../electron/cloning/outcomes.ts';

const ENDS: Readonly<Record<A2eFaultCode, 'network' | 'capacity' | 'failed'>> = {
  offline: 'network',
  'host-unknown': 'network',
  proxy: 'network',
  'clock-wrong': 'failed',
  timeout: 'network',
  interrupted: 'network',
  'server-error': 'network',
  canceled: 'network',
  'rate-limited': 'capacity',
  occupied: 'capacity',
  tls: 'failed',
  redirected: 'failed',
  'token-refused': 'failed',
  'not-found': 'failed',
  'out-of-credits': 'failed',
  'bad-answer': 'failed',
  refused: 'failed',
  'upload-refused': 'failed',
  'sample-unreachable': 'failed',
  'download-broken': 'failed',
  'model-missing': 'failed',
};

describe('a call that ended with', () => {
  it.each(A2E_FAULT_CODES.map((code) => ({ code, end: ENDS[code] })))('$code: $end', ({ code, end }) => {
    const fault = { code, detail: 'why', traceId: 't' };
    expect(outcomeOf(fault)).toEqual(
      end === 'failed' ? { is: 'failed', fault } : { is: 'waiting', why: end, fault },
    );
  });

  it('how long the server asked to wait is kept', () => {
    const fault = { code: 'rate-limited', retryAfterMs: 9000 } as const;
    expect(outcomeOf(fault)).toEqual({ is: 'waiting', why: 'capacity', fault, retryAfterMs: 9000 });
  });
});
