import type { Calls } from '../../contract/calls.ts';
import type { Desktop } from '../../contract/desktop.ts';
import type { Clean } from '../../recording/cleaning/clean-thread.ts';
import type { QualityDesk } from '../../recording/quality/quality-desk.ts';
import type { Recorder } from '../../recording/recorder.ts';
import { UNDO_MS } from '../../recording/take.ts';
import type { Stations } from '../stations.ts';

/** What the answers are made of. */
export interface AnswerParts {
  readonly stations: Stations;
  readonly recorder: Recorder;
  /** Judges samples in a thread of its own. */
  readonly quality: Pick<QualityDesk, 'assess'>;
  /** Takes the noise out of a sound. */
  readonly clean: Clean;
  readonly desktop: Desktop;
  /** Told whether the window shows the batches. */
  readonly onWatching: (batches: boolean) => void;
}

/** One function for each of these calls. */
export type AnswersTo<C extends keyof Calls> = {
  readonly [N in C]: (ask: Calls[N]['ask']) => Promise<Calls[N]['answer']>;
};

/** Removes discarded takes or clips for good once they can no longer be had back, and tells which. */
export function purgeLater({ takes, clips, now, events }: Stations, what: 'take' | 'clip'): void {
  const purge = async () => {
    const ids = await (what === 'take' ? takes : clips).purge(now() - UNDO_MS);
    for (const id of ids) events.emit(`${what}.gone`, { id });
  };
  // What cannot be removed now is removed at the next start.
  setTimeout(() => void purge().catch(() => undefined), UNDO_MS + 500).unref();
}
