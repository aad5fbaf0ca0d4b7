import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// The synthesizer's thread, apart from the other bundles: it is started from its own text, also out of the app's
// archive, so it may share no chunk with them.
export default defineConfig({
  build: {
    ssr: resolve('electron/local-server/flite-worker.ts'),
    outDir: 'out/main',
    emptyOutDir: false,
    target: 'node20.18',
    rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
  },
  ssr: { noExternal: true },
});
