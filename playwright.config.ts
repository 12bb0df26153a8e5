// Every test starts its own server on its own manager directory (see the fixtures in e2e/), so there is no webServer.
// `npm test` asks for the JSON report it counts from with RIPOSTE_E2E_REPORT.
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './lib/run/find-browser.mjs';

const report = process.env.RIPOSTE_E2E_REPORT;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  // A trace of every test would double its time.
  use: { trace: 'on-first-retry', screenshot: 'only-on-failure', contextOptions: { reducedMotion: 'reduce' } },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: { executablePath: findBrowser(), args: ['--disable-gpu'] },
      },
    },
  ],
});
