import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** Where a bundle finds the native packages, as the app's own bundles do. */
const BESIDE_THE_PACKAGES = resolve('node_modules/.cache/timbre');

/** The bundle of this name as the product has it (`apart.config.ts`), in a folder of its own, which `remove` removes. */
export async function buildApart(
  name: string,
  under = BESIDE_THE_PACKAGES,
): Promise<{ file: string; folder: string; remove: () => Promise<void> }> {
  await mkdir(under, { recursive: true });
  const folder = await mkdtemp(join(under, 'apart-'));
  await build({
    configFile: resolve('apart.config.ts'),
    mode: name,
    logLevel: 'error',
    build: { outDir: folder },
  });
  return {
    ...{ folder, file: join(folder, `${name}.cjs`) },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
