import { defineConfig } from '@playwright/test';

// The app is one window with one microphone: its tests run one after the other, and a second try would hide a fault.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/end-to-end',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/end-to-end.json' }]],
});
