import { useEffect, useRef } from 'react';
import { on } from '../bridge.ts';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { choiceWithTake } from './sample-choice.ts';
import { useSample } from './use-sample.ts';

/** Puts each take into the sample as it is kept, and remembers why one broke, whichever screen is open. Draws nothing. */
export function ChooseNewTakes() {
  const takes = useMirror((snapshot) => snapshot.takes);
  const { chooseTakes, setBrokenTake } = useWindowState();
  const sample = useSample();
  const running = useRef<readonly string[]>([]);
  useEffect(() => {
    const kept = takes.find((take) => take.state.status === 'kept' && running.current.includes(take.id));
    running.current = takes.filter((take) => take.state.status === 'recording').map((take) => take.id);
    if (kept !== undefined) chooseTakes(choiceWithTake(sample.takes, kept, sample.engine));
  }, [takes, sample, chooseTakes]);
  useEffect(() => on('take.broken', ({ fault }) => setBrokenTake(fault)), [setBrokenTake]);
  return null;
}
