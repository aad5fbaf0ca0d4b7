import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** The folders under the one folder in which Timbre keeps everything. */
export interface Home {
  readonly root: string;
  readonly takes: string;
  readonly clips: string;
  /** What voices said only to be heard or compared. */
  readonly auditions: string;
  readonly comparisons: string;
  /** The sounds in which speakers agreed to be cloned. */
  readonly consents: string;
  readonly batches: string;
  readonly jobs: string;
  /** Samples on their way up. */
  readonly uploads: string;
  /** Exported files on their way out of the window, until the next start. */
  readonly outgoing: string;
  /** What the embedded server on this computer keeps. */
  readonly localServer: string;
  /** The model that clones on this computer. */
  readonly models: string;
  /** What `timbre serve` keeps: apart, so that it can run beside the app. */
  readonly served: string;
  /** The browser's own files. */
  readonly window: string;
}

/**
 * Where everything is kept: `TIMBRE_HOME`, else the system's place for an application's data. The app and the command
 * line answer the same for the same environment.
 */
export function findHome(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Home {
  const given = env['TIMBRE_HOME']?.trim();
  const root = given
    ? resolve(given)
    : join(dataFolder(env, platform), platform === 'linux' ? 'timbre' : 'Timbre');
  return {
    root,
    takes: join(root, 'takes'),
    clips: join(root, 'clips'),
    auditions: join(root, 'auditions'),
    comparisons: join(root, 'comparisons'),
    consents: join(root, 'consents'),
    batches: join(root, 'batches'),
    jobs: join(root, 'jobs'),
    uploads: join(root, 'uploads'),
    outgoing: join(root, 'outgoing'),
    localServer: join(root, 'local-server'),
    models: join(root, 'models'),
    served: join(root, 'served'),
    window: join(root, 'window'),
  };
}

function dataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const named =
    platform === 'win32' ? env['APPDATA'] : platform === 'linux' ? env['XDG_DATA_HOME'] : undefined;
  if (named && isAbsolute(named)) return named;
  if (platform === 'win32') return join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return join(homedir(), '.local', 'share');
}
