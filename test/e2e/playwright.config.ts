import { defineConfig } from '@playwright/test';

function setting(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is not set. The browser tests are started with: npm test -- e2e`,
    );
  }
  return value;
}

/**
 * The browser tests run one after another, since they share one portal. Each
 * project is run on a portal and a simulator that have just started.
 */
export default defineConfig({
  testDir: __dirname,
  testMatch: '*.spec.ts',
  outputDir: '../../.tools/e2e-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['json']],
  projects: [
    { name: 'browser', use: { colorScheme: 'light' } },
    {
      // What is light there is dark here, and the other way round.
      name: 'themes-swapped',
      use: { colorScheme: 'dark' },
      outputDir: '../../.tools/e2e-results-themes-swapped',
      // These do not look at pages; the narrow ones do, in both themes.
      testIgnore: '{keyboard,matrix,narrow,rights,together}.spec.ts',
    },
  ],
  use: {
    baseURL: setting('PORTAL_URL'),
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: setting('BROWSER_PATH'),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
