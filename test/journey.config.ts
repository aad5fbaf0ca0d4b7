import { defineConfig } from '@playwright/test';

// What `npm start` plays where there is no screen: the one journey, told stage by stage.
export default defineConfig({
  testDir: 'e2e',
  testMatch: 'journey.spec.ts',
  outputDir: '../test-results/journey',
  workers: 1,
  retries: 0,
  timeout: 300_000,
  reporter: './journey-reporter.ts',
});
