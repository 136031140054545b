import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { tellUnassigned } from './tell-unassigned.ts'

/**
 * Nobody keeps a record that they may not have any more: they were named in it, walled off, or their post has ended. One
 * record, or all of the organisation. Runs as the system.
 * Whoever handles them too is told that nobody has them now.
 * @returns how many were taken from somebody.
 */
export async function endAssignments(tx: Tx, recordId?: string): Promise<number> {
  const { organisationId } = contextOf(tx).actor
  const ended = await tx
    .updateTable('app.record_assignment')
    .set({ ended_at: nowText(tx) })
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .$if(recordId !== undefined, (query) => query.where('record_id', '=', recordId ?? ''))
    .where(sql<boolean>`not app.may_be_given_record(record_id, person_id)`)
    .returning('record_id')
    .execute()
  if (ended.length === 0) return 0
  await tx
    .updateTable('app.record')
    .set({ given: false })
    .where('organisation_id', '=', organisationId)
    .where(
      'id',
      'in',
      ended.map((one) => one.record_id),
    )
    .execute()
  await tellUnassigned(
    tx,
    ended.map((one) => one.record_id),
  )
  return ended.length
}
