import { useEffect, useMemo, useRef } from 'react';
import { prepareToFind } from '../../electron/cloning/voice/find-voices.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { inOrder, type VoiceOrder } from './voice-search.ts';

/** Of each frame so much is taken, in milliseconds. */
const STRETCH_MS = 4;
const FRAME_MS = 17;

/** The voices in order; where a few have changed, the others are not sorted anew. */
export function useInOrder(voices: readonly Voice[], order: VoiceOrder): readonly Voice[] {
  const last = useRef<{ readonly order: VoiceOrder; readonly voices: readonly Voice[] }>(undefined);
  return useMemo(() => {
    const before = last.current?.order === order ? last.current.voices : [];
    const sorted = inOrder(voices, order, before);
    last.current = { order, voices: sorted };
    return sorted;
  }, [voices, order]);
}

/** Makes them ready to be looked for, a few in each frame, so that the first key is as quick as the others. */
export function usePrepared(voices: readonly Voice[]): void {
  useEffect(() => {
    let at = 0;
    const timer = setInterval(() => {
      const end = performance.now() + STRETCH_MS;
      for (; at < voices.length && performance.now() < end; at++) {
        const voice = voices[at];
        if (voice) prepareToFind(voice);
      }
      if (at >= voices.length) clearInterval(timer);
    }, FRAME_MS);
    return () => clearInterval(timer);
  }, [voices]);
}
