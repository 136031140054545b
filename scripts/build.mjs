import './lib/check-node.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { launcher } from './lib/say.mjs'

await launcher(async () => {
  await ensureInstalled()
  await ensureBuilt()
  return 0
})
