import { useMemo } from 'react';
import { ENGINES, type Engine } from '../../../electron/cloning/engines/engines.ts';
import { type SamplePart, takesOf } from '../../../electron/cloning/sample/sample.ts';
import type { SampleDraft } from '../../../electron/cloning/sample/sample-draft.ts';
import type { Take } from '../../../electron/recording/take.ts';
import { useMirror } from '../../store.ts';
import { keptParts, keptTakes, secondsOf, speechOf } from './sample-parts.ts';

/** What the next voice would be made of. */
export interface Sample {
  readonly draft: SampleDraft;
  /** The parts whose takes are kept, in order. */
  readonly parts: readonly SamplePart[];
  /** The takes they are of, newest first. */
  readonly takes: readonly Take[];
  /** Of the parts together, without what is being recorded; and how much of that is speech. */
  readonly seconds: number;
  readonly speech: number;
  /** How the speech was told from pauses; null where nothing was listened to. */
  readonly heardBy: 'silero' | 'gate' | null;
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
    const by = takes.flatMap(({ speech }) => speech?.by ?? []);
    return {
      ...{ draft, parts, takes, engine: ENGINES[draft.model] },
      ...{ seconds: secondsOf(parts, all), speech: speechOf(parts, all) },
      heardBy: by.includes('gate') ? 'gate' : (by[0] ?? null),
    };
  }, [draft, all]);
}
