import { useEffect, useState } from 'react';
import type { TrackLine } from '../../../electron/speaking/batches/track.ts';
import { call, on } from '../../bridge.ts';
import type { Act } from '../../parts/act.ts';
import { type Listening, useListening } from './use-listening.ts';

/** Before one listens. */
const NO_TRACK: readonly TrackLine[] = [];

export interface BatchListening {
  /** What is listened to; null while nobody does. */
  readonly track: readonly TrackLine[] | null;
  readonly listening: Listening;
  /** The line that is heard, and how to hear it from another: for the list. */
  readonly heard: { readonly line: TrackLine | null; playLine(lineId: string): void } | null;
  /** Resolves to whether there is something to hear. */
  start(): Promise<boolean>;
  stop(): void;
}

/** Listening to a batch as a whole; what changes in it meanwhile is heard as it is then. */
export function useBatchListening(batchId: string, act: Pick<Act, 'run'>): BatchListening {
  const [track, setTrack] = useState<readonly TrackLine[] | null>(null);
  const listening = useListening(track ?? NO_TRACK);
  const { run } = act;
  const isOn = track !== null;
  useEffect(() => {
    if (!isOn) return;
    return on('lines.changed', async (told) => {
      if (told.batchId !== batchId) return;
      const now = await run(call('batch.track', { batchId }));
      if (now !== undefined) setTrack((before) => before && now);
    });
  }, [isOn, batchId, run]);
  const playLine = (lineId: string) => {
    const line = track?.find((each) => each.lineId === lineId);
    if (line) listening.seek(line.from);
  };
  return {
    ...{ track, listening, heard: track && { line: listening.line, playLine } },
    async start() {
      const spoken = await run(call('batch.track', { batchId }));
      if (spoken !== undefined) setTrack(spoken);
      return spoken !== undefined;
    },
    stop() {
      if (listening.playing) listening.toggle();
      setTrack(null);
    },
  };
}
