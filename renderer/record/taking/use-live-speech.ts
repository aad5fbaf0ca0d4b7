import { useEffect, useState } from 'react';
import type { TakeHeard } from '../../../electron/contract/calls.ts';
import { on } from '../../bridge.ts';

/** What was heard last of the take with this id while it is recorded; null where nothing was yet. */
export function useLiveSpeech(takeId: string | null): TakeHeard | null {
  const [heard, setHeard] = useState<TakeHeard | null>(null);
  useEffect(() => on('take.heard', setHeard), []);
  return heard?.takeId === takeId ? heard : null;
}
