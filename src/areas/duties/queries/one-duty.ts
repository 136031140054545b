import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { writeKey } from '../key.ts'
import type { DutyRow } from './read-duties.ts'
import { dutyColumns, withPolicy } from './read-duties.ts'

const MOST = 12

/** One duty, as far as the person who acts may see it. */
export async function readDuty(tx: Tx, id: string): Promise<DutyRow> {
  const row = await tx
    .selectFrom('app.duty')
    .select(dutyColumns)
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('duty.missing'))
  const [found] = await withPolicy(tx, [row])
  if (found === undefined) throw new NotFound('duty.missing')
  return found
}

/** The last times that the same duty came round for the same subject and was settled or missed: the newest first. */
export async function readEarlier(tx: Tx, one: DutyRow): Promise<DutyRow[]> {
  const rows = await tx
    .selectFrom('app.duty')
    .select(dutyColumns)
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('duty', '=', one.duty)
    .where('key', 'like', `%${writeKey({ occasion: '', subject: one.subject })}`)
    .where('due_at', '<', one.dueAt.toString())
    .orderBy('due_at', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return withPolicy(tx, rows)
}
