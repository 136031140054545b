import type { Text } from '../../types/base.ts'
import type { Pack } from '../../types/pack.ts'
import { eventJudge } from '../judges.ts'

/** What is known of the version that is to be published. */
export interface VersionFacts {
  /** Whether a decision (`decision/x`) said yes to it. */
  readonly decided: (decision: string) => boolean | undefined
  /** Whether such a record (`record/x`) was made for it, or a step of one (`record/x#step`) taken. */
  readonly hasRecord: (record: string) => boolean | undefined
}

/** A guard on the publication of the policy, and whether it lets this version pass. */
export interface PublishGuard {
  readonly id: string
  readonly says: Text
  readonly open: boolean
  readonly clauses: readonly string[]
}

/** The guards that stop the policy itself from being published. What cannot be told keeps them shut. */
export function publishGuards(pack: Pack, facts: VersionFacts): PublishGuard[] {
  return Object.entries(pack.guards).flatMap(([id, guard]) => {
    const document = guard.stops.startsWith('document/')
      ? pack.documents[guard.stops.slice('document/'.length)]
      : undefined
    if (document?.kind !== 'policy' || !guard.active) return []
    const open = eventJudge(pack, guard.stops, {}, facts)(guard.unless) === 'yes'
    return [{ id, says: guard.says, open, clauses: guard.clauses }]
  })
}
