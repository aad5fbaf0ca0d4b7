import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { libavOpus } from './libav-opus.config.ts';

// One set of CommonJS bundles for main, preload and the command line; every package is bundled, so the
// packaged app carries no node_modules. The targets run on Electron 33 and newer, and on Node 20.
const cjs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[name].cjs' } as const;

export default defineConfig({
  main: {
    // The AAC decoder's comes along inside its bundle (`?inline`).
    assetsInclude: ['**/*.wasm'],
    resolve: { alias: libavOpus },
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      minify: true,
      // The AAC decoder is large, and loaded when the first such file comes.
      chunkSizeWarningLimit: 2000,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: resolve('electron/main.ts'),
          timbre: resolve('electron/timbre.ts'),
        },
        output: cjs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: { input: { preload: resolve('electron/preload.ts') }, output: cjs },
    },
  },
  renderer: {
    root: 'renderer',
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      minify: true,
      rolldownOptions: { input: resolve('renderer/index.html') },
    },
    plugins: [react()],
  },
});
