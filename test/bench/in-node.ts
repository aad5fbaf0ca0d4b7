import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { libavOpus } from '../../libav-opus.config.ts';
import { ROOT } from '../e2e/launch.ts';

const OUT = join(ROOT, 'test-results', 'bench-in-node');

/**
 * Bundles test/bench/in-node/<name>.ts as the app's own code is bundled, runs it in a Node process of its own with these
 * words and in this environment, and answers the JSON it printed. A fresh process: what was compiled and kept in memory before does not count.
 */
export async function runInNode<T>(
  name: string,
  { words = [], env = {} }: { words?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<T> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    assetsInclude: ['**/*.wasm'],
    resolve: { alias: libavOpus },
    build: {
      ssr: join(import.meta.dirname, 'in-node', `${name}.ts`),
      outDir: OUT,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20.18',
      rolldownOptions: { output: { format: 'es', entryFileNames: '[name].mjs' } },
    },
  });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', join(OUT, `${name}.mjs`), ...words],
    { env: { ...process.env, ...env } },
  );
  return JSON.parse(stdout);
}
