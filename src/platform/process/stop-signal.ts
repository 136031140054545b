/** Why the program was asked to stop. */
export type StopReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'launcher gone'

// One Ctrl-C arrives up to three times: from the terminal, from npm and from the launcher.
const ONE_PRESS_MS = 1500

/**
 * Calls `stop` once when the program is asked to stop, and ends with its outcome. A second, later signal means that
 * somebody is tired of waiting, and ends the program at once.
 */
export function onStopSignal(stop: (reason: StopReason) => Promise<void>): void {
  let since: number | null = null
  const ask = (reason: StopReason): void => {
    if (since !== null) {
      if (performance.now() - since > ONE_PRESS_MS) process.exit(1)
      return
    }
    since = performance.now()
    stop(reason).then(
      () => process.exit(0),
      (fault: unknown) => {
        process.stderr.write(`Stopping failed: ${fault instanceof Error ? fault.message : String(fault)}\n`)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal))
  // The launcher holds a channel to us; when it is killed outright, nobody is left who could stop us.
  if (process.connected) process.once('disconnect', () => ask('launcher gone'))
  // Listening alone would keep a program alive that has nothing left to do.
  process.channel?.unref()
}
