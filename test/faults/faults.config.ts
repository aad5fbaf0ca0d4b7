import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// One suite at a time: what fills the memory or the disk of one would be blamed on the other.
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/faults/**/*.faults.ts'],
    fileParallelism: false,
    testTimeout: 30 * 60_000,
    hookTimeout: 60_000,
    disableConsoleIntercept: true,
  },
});
