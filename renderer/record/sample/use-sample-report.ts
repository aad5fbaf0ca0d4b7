import { useEffect, useState } from 'react';
import type { SampleReport } from '../../../electron/contract/calls.ts';
import { type Fault, fail, type Result } from '../../../electron/result.ts';
import { call } from '../../bridge.ts';
import type { Sample } from './use-sample.ts';

/** The sample as the main process rendered and judged it. */
export interface ReportState {
  /** The last one; of an earlier revision while a newer one is on its way. */
  readonly report: SampleReport | null;
  readonly fault: Fault | null;
  /** Another one is on its way. */
  readonly pending: boolean;
}

const NONE: ReportState = { report: null, fault: null, pending: false };

/** Has the sample rendered and judged whenever its parts, their takes or the model change. */
export function useSampleReport({ draft, parts }: Sample): ReportState {
  const [state, setState] = useState(NONE);
  // What the report depends on: a discarded take leaves the parts, a name or a text does not matter.
  const about = JSON.stringify([parts, draft.model]);
  const none = parts.length === 0;
  useEffect(() => {
    if (none || about === '') return setState(NONE);
    let wanted = true;
    setState((before) => ({ ...before, pending: true }));
    void call('sample.check', null)
      .catch((error: unknown): Result<SampleReport> => fail('unexpected', { detail: String(error) }))
      .then((answer) => {
        if (!wanted) return;
        const { report, fault } = answer.ok
          ? { report: answer.value, fault: null }
          : { report: null, fault: answer.fault };
        setState({ report, fault, pending: false });
      });
    return () => {
      wanted = false;
    };
  }, [about, none]);
  return state;
}
