import type { BatchView } from '../../contract/calls.ts';
import type { JobRunner } from '../../jobs/runner.ts';
import type { BatchShelf } from '../../library/batch-shelf.ts';
import type { ClipShelf } from '../../library/clip-shelf.ts';
import type { VoiceShelf } from '../../library/voice-shelf.ts';
import type { LineBook } from '../../speaking/batches/line-book.ts';
import type { OwnRecordings } from '../samples/own-recordings.ts';
import type { Servers } from '../servers/servers.ts';
import type { LineHistory } from './line-history.ts';

/** What the batches need of the other parts. */
export interface BatchStations {
  readonly voices: Pick<VoiceShelf, 'get' | 'list'>;
  readonly servers: Pick<Servers, 'connect'>;
  readonly clips: Pick<ClipShelf, 'get' | 'list' | 'add' | 'discard'>;
  readonly own: OwnRecordings;
  readonly now: () => number;
}

export interface BatchParts {
  readonly shelf: BatchShelf;
  readonly book: LineBook;
  readonly runner: JobRunner;
  readonly history: LineHistory;
  readonly stations: BatchStations;
  readonly onChanged: (batch: BatchView) => void;
  readonly onGone: (id: string) => void;
}
