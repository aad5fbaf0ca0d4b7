import { useMemo } from 'react';
import { ENGINES, type Engine } from '../../electron/cloning/engines.ts';
import type { Take } from '../../electron/recording/take.ts';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { chosenOf, firstChoice, totalSeconds } from './sample-choice.ts';

/** What the next voice would be made of. */
export interface Sample {
  readonly takes: readonly Take[];
  /** Of these takes together, without the one being recorded. */
  readonly seconds: number;
  readonly engine: Engine;
}

/** The ids of the chosen takes: what was chosen here, else what one would start with. */
export function useChosenIds(): readonly string[] {
  const { chosenTakes } = useWindowState();
  const takes = useMirror((snapshot) => snapshot.takes);
  const voices = useMirror((snapshot) => snapshot.voices);
  return useMemo(() => chosenTakes ?? firstChoice(takes, voices), [chosenTakes, takes, voices]);
}

/** The sample as it is chosen now. */
export function useSample(): Sample {
  const { voiceDraft } = useWindowState();
  const all = useMirror((snapshot) => snapshot.takes);
  const ids = useChosenIds();
  const takes = useMemo(() => chosenOf(all, ids), [all, ids]);
  return { takes, seconds: totalSeconds(takes), engine: ENGINES[voiceDraft.model] };
}
