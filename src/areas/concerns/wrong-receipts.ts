import type { Clock } from '#core/clock.ts'

const MOST_WRONG = 60
const WINDOW_MS = 60_000

/** Counts wrong receipts for each organisation, never for a person or an address. */
export interface WrongReceipts {
  /** Too many were wrong in the last minute: nobody is let try until it is over. */
  full(organisationId: string): boolean
  note(organisationId: string): void
}

/**
 * A receipt has sixteen digits, so even this many tries a minute find none in a lifetime; a school of children with real
 * codes never comes near it.
 */
export function countWrongReceipts(clock: Clock): WrongReceipts {
  const counts = new Map<string, { since: number; count: number }>()
  const now = () => clock.now().epochMilliseconds
  const current = (id: string) => {
    const held = counts.get(id)
    return held === undefined || now() - held.since >= WINDOW_MS ? undefined : held
  }
  return {
    full: (id) => (current(id)?.count ?? 0) >= MOST_WRONG,
    note(id) {
      const held = current(id)
      counts.set(id, held === undefined ? { since: now(), count: 1 } : { ...held, count: held.count + 1 })
    },
  }
}
