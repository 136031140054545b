import type { PolicyInForce } from '#areas/policy/index.ts'
import { isByPerson } from '#pack/engines/duties/register.ts'
import { dutyIn } from '#pack/engines/measures/check-duty.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { CASE_DUTY } from '../case-duty.ts'
import { readKey } from '../key.ts'
import { classOfParty } from '../owners.ts'

/**
 * Takes back what nobody has to do any more and nobody has begun: duties still to come of a class that has ended, of somebody who
 * no longer holds the post or the entry of a register, or which the policy in force no longer names. What is due or late already
 * stays. `asked` holds what the calendar duties are done for today. Run as the system.
 */
export async function dropDuties(
  tx: Tx,
  policy: PolicyInForce,
  asked: ReadonlySet<string>,
  today: Temporal.PlainDate,
): Promise<number> {
  const { organisationId } = contextOf(tx).actor
  const ahead = await tx
    .selectFrom('app.duty')
    .select(['id', 'duty', 'party', 'key'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .where('duty', '<>', CASE_DUTY)
    .where('due_at', '>', nowText(tx))
    .execute()
  const ended = await endedClasses(tx, today)
  const over = ahead.filter(({ duty, party, key }) => {
    const classId = classOfParty(party)
    const asks = dutyIn(policy.pack, duty)
    if (asks === undefined || (classId !== null && ended.has(classId))) return true
    const isOfSome = 'every' in asks && (isByPerson(asks.for_each) || asks.where !== undefined)
    return isOfSome && !asked.has(`${duty} ${readKey(key).subject}`)
  })
  if (over.length === 0) return 0
  const ids = over.map((one) => one.id)
  await tx
    .updateTable('app.duty')
    .set({
      state: 'not_needed',
      done_at: nowText(tx),
      note: 'Its class or holder is no longer there, or the policy no longer asks for it.',
    })
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .where('id', 'in', ids)
    .execute()
  recordEvent(tx, { code: 'duty.dropped', policyVersionId: policy.id, details: { duties: ids } })
  return ids.length
}

async function endedClasses(tx: Tx, today: Temporal.PlainDate): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('app.class')
    .select('id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('until_on', '<=', today.toString())
    .execute()
  return new Set(rows.map((row) => row.id))
}
