import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longest-first.ts'

// `npm test` says so where there is no Chromium and none can be had.
const BROWSER = [
  'tests/journeys/**',
  'tests/packs/**/*.scenario.test.ts',
  'tests/packs/edges/*.browser.test.ts',
  'tests/ui/*.axe.test.tsx',
]
// The ways of all policies through the pages take three minutes, which would not fit into ten; one policy's are in every run.
// `KEPT_TEST_WAYS=all npm test -- tests/packs/edges`.
const LONG_WALKS = ['special-all-through', 'village-primary', 'primary-federation', 'specialist-group'].map(
  (name) => `tests/packs/edges/${name}.ways.db.test.ts`,
)
// The same cases in Chromium, twice each: a quarter of an hour. `KEPT_TEST_WAYS=browser npm test -- tests/packs/edges`.
const BROWSER_WALKS = ['tests/packs/edges/*.all.browser.test.ts']
const WAYS = process.env.KEPT_TEST_WAYS
const NOT_WALKED = [...(WAYS === 'all' ? [] : LONG_WALKS), ...(WAYS === 'browser' ? [] : BROWSER_WALKS)]
const WITHOUT_BROWSER = process.env.KEPT_TEST_BROWSER === 'none' ? BROWSER : []

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    exclude: [...WITHOUT_BROWSER, ...NOT_WALKED],
    globalSetup: ['tests/support/global-setup.ts'],
    // The files of a worker share what they import, as the requests of a program do: loading the program anew for each
    // took more time than its tests. What modules keep is looked up by ids, and each file has a database of its own.
    isolate: false,
    // A worker waits for the database as much as it works itself; each has a pool of connections, of which there are 100.
    maxWorkers: Math.min(availableParallelism() + 1, 6),
    sequence: { sequencer: LongestFirst },
  },
})
