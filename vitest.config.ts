import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { libavOpus } from './libav-opus.config.ts';

export default defineConfig({
  plugins: [react()],
  assetsInclude: ['**/*.wasm'],
  resolve: { alias: libavOpus },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    testTimeout: 20_000,
  },
});
