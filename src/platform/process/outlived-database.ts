/** The connection was lost: PostgreSQL's own codes for its end, and the socket's. */
const AWAY: ReadonlySet<unknown> = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'])

/**
 * Keeps the program standing when a query of a library outlives its database and nobody waits for the answer any more:
 * what the database's end means is said once, by whoever watches it. Every other fault that nobody caught ends the program.
 */
export function outliveDatabase(report: (fault: unknown) => void): void {
  const seen = (fault: unknown): void => {
    const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : null
    const away = AWAY.has(code) || (fault instanceof Error && /^Connection terminated/.test(fault.message))
    if (away) {
      report(fault)
      return
    }
    process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`)
    process.exit(1)
  }
  process.on('unhandledRejection', seen)
  process.on('uncaughtException', seen)
}
