import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { Halt } from './say.mjs'

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']

/** Runs a program in our place: it gets our terminal and our signals, and we end as it ends. */
export function handOver(program, args, options = {}) {
  // The channel tells the program when we are gone, however abruptly, so that it never stays behind unseen.
  const stdio = ['inherit', 'inherit', 'inherit', ...(options.channel ? ['ipc'] : [])]
  const child = spawn(program, args, { stdio, cwd: options.cwd, env: { ...process.env, ...options.env } })
  for (const signal of PASSED_ON) process.on(signal, () => child.kill(signal))
  const watch = watchParent(() => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Halt(`${program} cannot be run: ${cause.message}`)))
    child.once('exit', (code, signal) => {
      clearInterval(watch)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

// A shell between npm and us may not pass a signal on; when npm has gone, so do we.
function watchParent(gone) {
  if (process.env.npm_execpath === undefined) return undefined
  const before = ancestors()
  return setInterval(() => ancestors() !== before && gone(), 500).unref()
}

// Our parent and, where that is npm's shell, the parent of the shell. Nobody further: a terminal may close under nohup.
function ancestors() {
  const parent = String(process.ppid)
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8')
    return stat.includes('(sh)') ? `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}` : parent
  } catch {
    return parent
  }
}
