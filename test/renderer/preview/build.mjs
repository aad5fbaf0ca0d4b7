// Builds the preview into the folder given: the real window over a made-up main process. Not part of the product.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

await build({
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'warn',
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [react()],
  build: {
    outDir: resolve(process.argv[2] ?? '/tmp/timbre-preview'),
    emptyOutDir: true,
    target: 'chrome130',
  },
});
