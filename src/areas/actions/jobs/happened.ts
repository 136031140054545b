import type { Ends } from '#pack/types/action.ts'

/** What happened in a case, for those of its exceptions and actions that end with it. */
export interface Happened {
  readonly records: readonly string[]
  readonly event: string
}

/** Whether something is over with an event of its case: its own, or at the latest when the case is closed. */
export function isOverWith(ends: Ends | undefined, event: string): boolean {
  if (ends === undefined || !('on' in ends)) return false
  return ends.on === event || (/^(flow|record)\//.test(ends.on) && /^record\/.*#closed$/.test(event))
}
