import './lib/check-node.mjs'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { handOver } from './lib/hand-over.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { node26 } from './lib/node-26.mjs'
import { launcher, root, say } from './lib/say.mjs'

await launcher(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const browser = ensureChromium()
  const folder = mkdtempSync(join(tmpdir(), 'kept-test-'))
  const results = join(folder, 'results.json')
  const vitest = fileURLToPath(new URL('node_modules/vitest/vitest.mjs', root))
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile=${results}`, ...process.argv.slice(2)]
  const env = browser === null ? { KEPT_TEST_BROWSER: 'none' } : { KEPT_CHROMIUM: browser }
  try {
    const status = await handOver(node26(), [vitest, ...args], { cwd: fileURLToPath(root), env })
    report(results)
    if (browser === null) say('The browser tests were not run, because there is no Chromium (see the first lines).')
    return browser === null ? status || 1 : status
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

// One plain line that a person and a machine can read.
function report(results) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(results, 'utf8'),
  )
  // A file that breaks before its first test has no failed test, and is a failure all the same.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  const left = numPendingTests + numTodoTests
  if (left > 0) console.log(`${left} left out`)
  console.log(`${numPassedTests} passed, ${numFailedTests + broken.length} failed`)
}
