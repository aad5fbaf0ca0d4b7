import { join } from 'node:path';
import { createFliteSynthesizer } from '../../local-server/flite-synthesizer.ts';
import { startLocalServer } from '../../local-server/local-server.ts';
import type { Cloner } from '../../local-server/pocket/cloner.ts';
import type { StartLocalServer } from './server-line.ts';

/**
 * Starts the server on this computer, on a free port unless one is given. `bundle` is the folder of the built bundles,
 * where the synthesizer's thread and its WebAssembly lie.
 */
export function localServerIn(options: {
  folder: string;
  bundle: string;
  cloner: Cloner;
  port?: number;
  /** A pretend balance to begin with; absent: as it was. */
  credits?: number | undefined;
}): StartLocalServer {
  const { folder, bundle, cloner, port = 0, credits } = options;
  return (token) =>
    startLocalServer({
      folder,
      port,
      token,
      cloner,
      credits,
      synthesizer: createFliteSynthesizer({
        workerFile: join(bundle, 'flite-worker.cjs'),
        wasmFile: join(bundle, 'flite.wasm'),
      }),
    });
}
