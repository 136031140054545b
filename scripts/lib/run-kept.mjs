import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { handOver } from './hand-over.mjs'
import { ensureInstalled } from './install.mjs'
import { node26 } from './node-26.mjs'
import { root } from './say.mjs'

/** Installs and builds what is missing, then runs the program on its own Node. */
export async function runKept(args, options = {}) {
  await ensureInstalled()
  await ensureBuilt()
  const program = fileURLToPath(new URL('build/kept.mjs', root))
  const cache = join(fileURLToPath(root), 'build', 'compiled')
  // Source maps make a stack trace point at src/; the compile cache halves the time to the first page.
  const env = { NODE_COMPILE_CACHE: cache }
  return handOver(node26(), ['--enable-source-maps', program, ...args], { channel: true, env, ...options })
}
