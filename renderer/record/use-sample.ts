import { useMemo } from 'react';
import { ENGINES, type Engine } from '../../electron/cloning/engines.ts';
import { type SamplePart, takesOf } from '../../electron/cloning/sample.ts';
import type { SampleDraft } from '../../electron/cloning/sample-draft.ts';
import type { Take } from '../../electron/recording/take.ts';
import { useMirror } from '../store.ts';
import { keptParts, keptTakes, secondsOf } from './sample-parts.ts';

/** What the next voice would be made of. */
export interface Sample {
  readonly draft: SampleDraft;
  /** The parts whose takes are kept, in order. */
  readonly parts: readonly SamplePart[];
  /** The takes they are of, newest first. */
  readonly takes: readonly Take[];
  /** Of the parts together, without what is being recorded. */
  readonly seconds: number;
  readonly engine: Engine;
}

/** The sample in the making, as the main process has it. */
export function useSample(): Sample {
  const draft = useMirror((snapshot) => snapshot.sample);
  const all = useMirror((snapshot) => snapshot.takes);
  return useMemo(() => {
    const parts = keptParts(draft.parts, all);
    const ids = takesOf(parts);
    const takes = keptTakes(all).filter(({ id }) => ids.includes(id));
    return { draft, parts, takes, seconds: secondsOf(parts, all), engine: ENGINES[draft.model] };
  }, [draft, all]);
}
