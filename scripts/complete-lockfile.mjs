// Run after any change of package-lock.json: `node scripts/complete-lockfile.mjs`.
//
// npm drops a package for another system from the lockfile when the registry at hand does not hold it, and `npm ci` then
// refuses that lockfile everywhere. This names such packages again, by version; npm fetches one only on its own system.
import { readFileSync, writeFileSync } from 'node:fs'
import { root } from './lib/say.mjs'

const file = new URL('package-lock.json', root)
const lock = JSON.parse(readFileSync(file, 'utf8'))
for (const [parent, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${parent}/node_modules/${name}`
    const path = `node_modules/${name}`
    if (lock.packages[nested] !== undefined || lock.packages[path] !== undefined) continue
    if (!/^\d/.test(version)) throw new Error(`${parent} asks for ${name}@${version}, which is no single version`)
    lock.packages[path] = { version, ...systemOf(name), ...(entry.dev ? { dev: true } : {}), optional: true }
    console.log(`named ${name}@${version}`)
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)

// Such packages carry their system in their name.
function systemOf(name) {
  const words = name.split('-')
  const os = words.find((word) => ['android', 'darwin', 'linux', 'win32', 'freebsd'].includes(word))
  const cpu = words.find((word) => ['arm64', 'x64', 'arm', 'ia32'].includes(word))
  if (os === undefined || cpu === undefined) throw new Error(`the system of ${name} is unknown`)
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') && os === 'linux' ? 'glibc' : null
  return { cpu: [cpu], os: [os], ...(libc === null ? {} : { libc: [libc] }) }
}
