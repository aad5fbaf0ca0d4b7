import { defineConfig } from '@playwright/test';

// Nothing is measured beside something else, and a second try would hide what the first one saw.
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results/bench',
  workers: 1,
  retries: 0,
  timeout: 200_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: './table-reporter.ts',
});
