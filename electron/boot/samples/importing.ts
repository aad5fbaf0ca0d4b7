import type { OpenSoundFile } from '../../recording/decoding/sound-thread.ts';
import { createImporter, type Importer } from '../../recording/importer.ts';
import type { TakeKeeper } from '../../recording/recorder.ts';
import type { Emitter } from '../emitter.ts';
import { newId } from '../ids.ts';

/** The importer over the takes on disk; what becomes of each file is told as events. */
export function openImporter(parts: {
  takes: TakeKeeper;
  openSound: OpenSoundFile;
  now: () => number;
  events: Emitter;
}): Importer {
  const { takes, openSound, now, events } = parts;
  return createImporter({
    ...{ keeper: takes, open: openSound, now, newId: (what) => newId(what, now()) },
    onChanged: (one) => events.emit('import.changed', one),
    onGone: (id) => events.emit('import.gone', { id }),
    onTaken: (take) => events.emit('take.changed', take),
  });
}
