import type { CloneModel } from '../boot/clone-model.ts';
import type { Stations } from '../boot/stations.ts';
import type { Home } from '../library/home.ts';
import type { OpenStore } from '../library/kept-store.ts';
import type { Result } from '../result.ts';

/** What every command works with. */
export interface World {
  readonly home: Home;
  readonly env: NodeJS.ProcessEnv;
  readonly openStore: OpenStore;
  /** Opens the data folder for writing; `serverName`: the server to use in this run. */
  readonly openStations: (serverName?: string) => Promise<Result<Stations>>;
  /** What clones on this computer; to be closed. */
  readonly cloneModel: () => Promise<CloneModel>;
  /** Folder of the built bundles. */
  readonly bundle: string;
  /** A message for the person, on stderr. */
  readonly tell: (line: string) => void;
  /** The answer for a command that goes on after it (`serve`). */
  readonly answer: (document: Readonly<Record<string, unknown>>, text: string) => void;
  /** Fires at Ctrl-C. */
  readonly signal: AbortSignal;
}

/** How a command ended: the document for `--json`, the text for a person, or a fault. */
export type Ending = Result<{
  readonly document: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Some of it could not be done, as the document says: the exit code is 1. */
  readonly failed?: boolean;
}>;
