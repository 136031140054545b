import { holdersAt } from '#areas/notices/index.ts'
import { awayToday } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Tx } from '#platform/database/tx.ts'
import { askedOf } from '../asked-of.ts'
import { assignedNow } from '../assign/assigned.ts'
import { inCaseHolders } from '../in-case.ts'
import { wallsOf } from '../queries/walls-of.ts'
import { handlersLeft } from '../walls/handlers-left.ts'

interface TakenIn {
  readonly id: string
  readonly school_id: string
  readonly opened_by: string | null
}

/**
 * Those for whom an open step waits now: the holders of the posts that it names or whoever stands in, its opener, whom the
 * record itself names, and for the handler whoever has the case. Where that is nobody, those who handle it. Never anybody
 * behind a wall. Runs as the system.
 */
export async function whoTakes(tx: Tx, policy: PolicyInForce, record: TakenIn, step: OpenStep): Promise<string[]> {
  const asked = askedOf(policy.pack, step)
  const keptOut = await wallsOf(tx, record.id)
  const holders = await holdersAt(tx, record.school_id)
  const away = await awayToday(tx)
  const named = await inCaseHolders(tx, policy, record.id)
  const given = (await assignedNow(tx, [record.id])).get(record.id)?.personId
  const takes = (party: string): readonly string[] => {
    if (party === 'handler') return given === undefined ? [] : [given]
    if (party === 'opener') return record.opened_by === null ? [] : [record.opened_by]
    return named.get(party) ?? actingFor(policy.pack, party, holders, { keptOut, away }).people
  }
  const found = [...new Set(asked.flatMap(takes))].filter((person) => !keptOut.includes(person))
  if (found.length > 0) return found
  return given === undefined ? (await handlersLeft(tx, policy, record.id)).map((one) => one.personId) : [given]
}
