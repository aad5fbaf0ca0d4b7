import { defineConfig } from '@playwright/test';

// `npm run package` plays this on what it has just built for Linux; `npm test` does not.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/packaged',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  reporter: [['list']],
});
