import type { UploadProgress } from '../../contract/calls.ts';
import type { Emitter } from '../emitter.ts';

/** The window is told at most so often, in milliseconds. */
const TELL_EVERY_MS = 100;

/** How far samples are on their way up, as the window mirrors it. */
export interface Progress {
  list(): readonly UploadProgress[];
  sent(jobId: string, sent: number, total: number): void;
  /** The job sends nothing any more. */
  over(jobId: string): void;
}

/** Tells the window now and then, and always when all is sent. `now` in milliseconds. */
export function createProgress({ emit }: Pick<Emitter, 'emit'>, now: () => number): Progress {
  const known = new Map<string, UploadProgress & { readonly toldAt: number }>();
  const view = ({ id, sent, total }: UploadProgress): UploadProgress => ({ id, sent, total });
  return {
    list: () => [...known.values()].map(view),
    sent(id, sent, total) {
      const before = known.get(id);
      const isDue = !before || sent === total || now() - before.toldAt >= TELL_EVERY_MS;
      known.set(id, { id, sent, total, toldAt: isDue ? now() : before.toldAt });
      if (isDue) emit('upload.changed', { id, sent, total });
    },
    over(id) {
      if (known.delete(id)) emit('upload.gone', { id });
    },
  };
}
