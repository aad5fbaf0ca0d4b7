import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** What runs in a thread or a process of its own, by the name of its bundle; chosen with `--mode`. */
const ENTRIES: Readonly<Record<string, string>> = {
  'clean-worker': 'electron/recording/cleaning/clean-worker.ts',
  'flite-worker': 'electron/local-server/flite-worker.ts',
  'quality-worker': 'electron/recording/quality/quality-worker.ts',
  listening: 'electron/recording/listening/listening-process.ts',
  'sound-worker': 'electron/recording/decoding/sound-worker.ts',
  pocket: 'electron/local-server/pocket/pocket-process.ts',
};

// Apart from the other bundles: each is started from outside the app's archive (a thread even from its own text), so
// it is one file and may share no chunk with them. Native packages are required as they stand.
export default defineConfig(({ mode }) => ({
  assetsInclude: ['**/*.wasm'],
  build: {
    ssr: true,
    outDir: 'out/main',
    emptyOutDir: false,
    target: 'node20.18',
    minify: true,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: { [mode]: resolve(ENTRIES[mode] ?? mode) },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
}));
