import { useCallback, useState } from 'react';
import { type Fault, fail, type Result } from '../../electron/result.ts';

/** What `useAct` answers: the last fault, whether a call is under way, and how to make one. */
export interface Act {
  readonly fault: Fault | null;
  readonly busy: boolean;
  /** Resolves to the value, or to undefined after a fault, which `fault` then shows. */
  run<T>(work: Promise<Result<T>>): Promise<T | undefined>;
  clear(): void;
}

/** Makes calls and keeps what went wrong, for the panel beside the control. A thrown error is shown as `unexpected`. */
export function useAct(): Act {
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const run = useCallback(async <T>(work: Promise<Result<T>>): Promise<T | undefined> => {
    setBusy(true);
    const result = await work.catch((error: unknown) => fail('unexpected', { detail: String(error) }));
    setBusy(false);
    setFault(result.ok ? null : result.fault);
    return result.ok ? result.value : undefined;
  }, []);
  const clear = useCallback(() => setFault(null), []);
  return { fault, busy, run, clear };
}
