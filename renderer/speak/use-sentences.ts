import { useCallback, useState } from 'react';
import type { SentenceTime } from '../../electron/speaking/joining/sentence-times.ts';
import { call } from '../bridge.ts';
import { sentenceAt } from '../parts/spoken-pieces.ts';

export interface Sentences {
  readonly times: readonly SentenceTime[] | null;
  /** The one that is heard now. */
  readonly heard: number | null;
  /** For `Player.onHeard`. */
  readonly onHeard: (at: number, playing: boolean) => void;
}

/** Which sentence of a clip is heard: asked for when it plays for the first time; a clip with one sentence has nothing to show. */
export function useSentences(clipId: string): Sentences {
  const [asked, setAsked] = useState(false);
  const [times, setTimes] = useState<readonly SentenceTime[] | null>(null);
  const [heard, setHeard] = useState<number | null>(null);
  const onHeard = useCallback(
    (at: number, playing: boolean) => {
      setHeard(playing || at > 0 ? sentenceAt(times, at) : null);
      if (!playing || asked) return;
      setAsked(true);
      void call('clip.sentences', { clipId }).then(
        (told) => told.ok && setTimes(told.value && told.value.length > 1 ? told.value : null),
        () => undefined,
      );
    },
    [asked, clipId, times],
  );
  return { times, heard, onHeard };
}
