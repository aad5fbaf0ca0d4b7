import { defineConfig } from '@playwright/test';

// Pictures of every screen of the real app, to be looked at: they pass no judgement of their own.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/pictures-runs',
  workers: 1,
  retries: 0,
  timeout: 300_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
});
