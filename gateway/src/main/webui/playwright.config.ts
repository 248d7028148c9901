import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const system = '/usr/bin/chromium';
const browser = process.env['CHROME_BIN'] ?? (existsSync(system) ? system : undefined);

/**
 * Runs against a stack that is up already: FUDA_URL says where, FUDA_SAMPLE which folder to register (inside its FUDA_ROOTS).
 * `./fuda test` starts one and calls `npm run e2e`.
 */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env['CI'] ? [['line']] : [['list']],
  forbidOnly: Boolean(process.env['CI']),
  use: {
    baseURL: process.env['FUDA_URL'] ?? 'http://127.0.0.1:8420',
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
