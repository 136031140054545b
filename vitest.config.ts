import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Whole programs with a database of their own, started, killed and started again: they run alone, when all else is done.
const PROGRAMS = ['tests/start/**/*.test.ts', 'tests/crash/**/*.test.ts']

// `npm test` says so where there is no Chromium and none can be had.
const WITHOUT_BROWSER = process.env.KEPT_TEST_BROWSER === 'none' ? ['tests/journeys/**'] : []

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: [...PROGRAMS, ...WITHOUT_BROWSER],
          globalSetup: ['tests/support/global-setup.ts'],
          // A worker waits for the database as much as it works itself; each has a pool of connections, of which there are 100.
          maxWorkers: Math.min(availableParallelism() + 1, 6),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'programs', include: PROGRAMS, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
