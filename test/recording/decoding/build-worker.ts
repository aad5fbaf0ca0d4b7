import { join, resolve } from 'node:path';
import { build } from 'vite';

/** Builds the decoding thread into `folder` as the product has it, one file with everything in it; its path. */
export async function buildSoundWorker(folder: string): Promise<string> {
  await build({
    ...{ configFile: resolve('apart.config.ts'), mode: 'sound-worker', logLevel: 'error' },
    build: { outDir: folder },
  });
  return join(folder, 'sound-worker.cjs');
}
