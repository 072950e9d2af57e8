import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { localesInTests } from './scripts/locales.mjs'

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [localesInTests(resolve('locales'))],
        test: {
          name: 'unit',
          environment: 'jsdom',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          testTimeout: 60_000,
          // Some build the extension first, and learn all that it knows.
          hookTimeout: 300_000,
          // A busy machine takes longer; what comes in time is not waited for.
          expect: { poll: { timeout: 5000 } },
          fileParallelism: true,
        },
      },
    ],
    maxWorkers: 2,
  },
})
