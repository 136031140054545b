import { audienceContext, personFacts } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { handlersIn, readSettings } from '#areas/policy/index.ts'
import { partiesOf as partiesOfPerson } from '#pack/engines/audience/in-party.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { partiesIn } from './asked-of.ts'
import { inCaseHolders } from './in-case.ts'
import { partiesOf } from './parties.ts'

/** The record that somebody acts in, or the kind that they would open. */
export interface ActedIn {
  /** Left out while there is no record yet. */
  readonly id?: string
  readonly kind: string
  readonly circle: string
  readonly openedBy: string | null
}

/**
 * Everything that a person is to one record: the parties they belong to, the posts they hold or stand in for, its opener,
 * and its handler when one of these handles records of the kind.
 */
export async function actingAs(tx: Tx, policy: PolicyInForce, personId: string, record: ActedIn): Promise<string[]> {
  const held = (await partiesOf(tx, policy.pack, personId, record.circle)).filter((party) => party !== 'handler')
  const known = (await personFacts(tx, [personId])).get(personId)
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()
  const belongs = known === undefined ? [] : partiesOfPerson(policy.pack, known, today, audienceContext(policy.pack))
  const all = new Set<string>([...held, ...belongs])
  if (record.openedBy === personId) all.add('opener')
  if (record.id !== undefined)
    for (const [party, people] of await inCaseHolders(tx, policy, record.id))
      if (people.includes(personId)) all.add(party)
  const handles = partiesIn(handlersIn(policy.pack, record.kind, record.circle))
  // A kind that names no handler is handled by whoever sees the whole of it.
  if (handles.length === 0 || handles.some((party) => all.has(party))) all.add('handler')
  return [...all]
}

/** Whether a person may open a record of a kind themselves: those whom the pack names, or else whoever handles it. */
export async function mayOpen(tx: Tx, policy: PolicyInForce, personId: string, kind: string): Promise<boolean> {
  const record = policy.pack.records[kind]
  if (record === undefined) return false
  const asked = partiesIn(record.opened_by ?? record.handled_by)
  const mine = await actingAs(tx, policy, personId, { kind, circle: '', openedBy: null })
  return asked.some((party) => mine.includes(party))
}
