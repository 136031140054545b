import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Halt, root, say } from './say.mjs'

const lockfile = new URL('package-lock.json', root)
const installed = new URL('node_modules/.package-lock.json', root)
const stamp = new URL('node_modules/.kept-installed', root)

/** Installs from the lockfile when node_modules is missing or is not what the lockfile says. */
export async function ensureInstalled() {
  const text = readFileSync(lockfile, 'utf8')
  const mark = createHash('sha256').update(text).digest('hex')
  if (read(stamp) === mark && existsSync(installed)) return
  const wanted = JSON.parse(text).packages
  if (!matches(wanted)) await install(wanted)
  try {
    writeFileSync(stamp, mark)
  } catch {
    // A node_modules that we may not write is compared again next time; that is all.
  }
}

// Whether somebody has run npm ci already: what must be there is there, and nothing differs.
function matches(wanted) {
  const present = JSON.parse(read(installed) ?? '{}').packages
  if (present === undefined) return false
  const same = (path) => present[path]?.integrity === wanted[path].integrity && existsSync(new URL(path, root))
  return Object.entries(wanted).every(([path, { optional, devOptional }]) => {
    if (path === '') return true
    return same(path) || ((optional || devOptional) && present[path] === undefined)
  })
}

async function install(wanted) {
  const paths = Object.keys(wanted).filter((path) => path !== '' && !wanted[path].optional)
  say(`Installing what Kept needs: ${paths.length} packages, only this once …`)
  const began = Date.now()
  const ticker = setInterval(() => {
    const there = paths.filter((path) => existsSync(new URL(`${path}/package.json`, root))).length
    say(`  … ${there} of ${paths.length} packages after ${Math.round((Date.now() - began) / 1000)} s`)
  }, 4000)
  const status = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'])
  clearInterval(ticker)
  if (status !== 0) throw new Halt('npm ci did not finish: see its message above, mend that, and start again.')
}

// The npm that runs us, when one does: there may be no other on the path.
function npm(args) {
  const ours = process.env.npm_execpath
  const [program, rest] = ours?.endsWith('.js') ? [process.execPath, [ours, ...args]] : ['npm', args]
  // Its standard output goes to our standard error: a command's own output must stay clean.
  const child = spawn(program, rest, { cwd: fileURLToPath(root), stdio: ['ignore', 2, 2], shell: program === 'npm' })
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

function read(url) {
  return existsSync(url) ? readFileSync(url, 'utf8') : null
}
