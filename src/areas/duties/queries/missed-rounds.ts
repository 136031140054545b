import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { writeKey } from '../key.ts'
import type { DutyRow } from './read-duties.ts'
import { dutyColumns, withPolicy } from './read-duties.ts'

const MOST = 400

/** The times that a duty came round for the same subject and passed its date without being done: the oldest first. */
export async function missedRounds(tx: Tx, one: DutyRow): Promise<DutyRow[]> {
  const rows = await tx
    .selectFrom('app.duty')
    .select(dutyColumns)
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '=', 'open')
    .where('duty', '=', one.duty)
    .where('party', '=', one.party)
    .where('key', 'like', `%${writeKey({ occasion: '', subject: one.subject })}`)
    .where('due_at', '<', nowText(tx))
    .orderBy('due_at')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return withPolicy(tx, rows)
}
