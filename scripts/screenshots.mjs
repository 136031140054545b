import './lib/check-node.mjs'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { handOver } from './lib/hand-over.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { node26 } from './lib/node-26.mjs'
import { launcher, root } from './lib/say.mjs'

await launcher(async () => {
  await ensureInstalled()
  await ensureBuilt()
  if (!ensureChromium()) return 1
  return handOver(node26(), ['scripts/screenshots.ts', ...process.argv.slice(2)], { cwd: fileURLToPath(root) })
})
