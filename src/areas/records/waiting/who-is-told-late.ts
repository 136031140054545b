import { holdersAt } from '#areas/notices/index.ts'
import { awayToday } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import type { Who } from '#pack/types/who.ts'
import type { Tx } from '#platform/database/tx.ts'
import { partiesIn } from '../asked-of.ts'
import { assignedNow } from '../assign/assigned.ts'
import { inCaseHolders } from '../in-case.ts'
import { wallsOf } from '../queries/walls-of.ts'
import { handlersLeft } from '../walls/handlers-left.ts'

interface LateIn {
  readonly id: string
  readonly school_id: string
  readonly opened_by: string | null
}

/** Somebody who is told, and the party because of which. */
export interface ToldLate {
  readonly readerId: string
  readonly party: string | null
}

// Whom the case is about and their parents are no audience of how the school keeps its times.
const NEVER = ['subject', 'person', 'parents', 'named_in_case']

/**
 * Those whom the policy has told that something of a record is late: holders of posts or whoever stands in, its opener, its
 * team, and for the handler whoever has the case. Never anybody behind a wall. Runs as the system.
 */
export async function whoIsToldLate(tx: Tx, policy: PolicyInForce, record: LateIn, who: Who): Promise<ToldLate[]> {
  const keptOut = await wallsOf(tx, record.id)
  const holders = await holdersAt(tx, record.school_id)
  const away = await awayToday(tx)
  const named = await inCaseHolders(tx, policy, record.id)
  const found: ToldLate[] = []
  for (const party of partiesIn(who).filter((one) => !NEVER.includes(one))) {
    if (party === 'handler') found.push(...toldAs(null, await handling(tx, policy, record)))
    else if (party === 'opener') found.push(...toldAs(null, record.opened_by === null ? [] : [record.opened_by]))
    else {
      const acting = actingFor(policy.pack, party, { ...holders, ...Object.fromEntries(named) }, { keptOut, away })
      found.push(...toldAs(acting.party, acting.people))
    }
  }
  return found.filter(({ readerId }) => !keptOut.includes(readerId))
}

const toldAs = (party: string | null, people: readonly string[]): ToldLate[] =>
  people.map((readerId) => ({ readerId, party }))

async function handling(tx: Tx, policy: PolicyInForce, record: LateIn): Promise<readonly string[]> {
  const given = (await assignedNow(tx, [record.id])).get(record.id)?.personId
  return given === undefined ? (await handlersLeft(tx, policy, record.id)).map((one) => one.personId) : [given]
}
