import { spawn } from 'node:child_process'
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

// Some shells between npm and us do not pass a signal on; when npm has gone, so do we.
function watchParent(gone) {
  if (process.env.npm_execpath === undefined) return undefined
  const parent = process.ppid
  return setInterval(() => process.ppid !== parent && gone(), 500).unref()
}
