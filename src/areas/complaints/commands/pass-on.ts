import { policyVersion } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { findHearer, hearersLeft } from '../queries/find-hearer.ts'
import { endReading } from './answer-complaint.ts'
import { giveTo } from './give-to.ts'

/**
 * Passes on what waits for somebody who has come into the case meanwhile, or holds the post no longer. Runs as the system,
 * each day. When nobody is left, the body outside is named, and whoever entered the complaint sees that it has to go there.
 * @returns how many were passed on.
 */
export async function passOnComplaints(tx: Tx): Promise<number> {
  const { organisationId } = contextOf(tx).actor
  const rows = await tx
    .selectFrom('app.case_complaint as c')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'c.organisation_id').onRef('r.id', '=', 'c.record_id'),
    )
    .select([
      'c.id',
      'c.record_id',
      'c.school_id',
      'c.entered_by',
      'c.heard_by',
      'c.due_at',
      'r.kind',
      'r.reference',
      'r.policy_version_id',
    ])
    .where('c.organisation_id', '=', organisationId)
    .where('c.answered_at', 'is', null)
    .where('c.heard_by', 'is not', null)
    .orderBy('c.due_at')
    .orderBy('c.id')
    .execute()
  let passed = 0
  for (const row of rows) if (await passOn(tx, row)) passed += 1
  return passed
}

interface Waiting {
  readonly id: string
  readonly record_id: string
  readonly school_id: string
  readonly entered_by: string
  readonly heard_by: string | null
  readonly due_at: string
  readonly kind: string
  readonly reference: string
  readonly policy_version_id: string
}

async function passOn(tx: Tx, row: Waiting): Promise<boolean> {
  const policy = await policyVersion(tx, row.policy_version_id, row.school_id)
  const about = { id: row.record_id, kind: row.kind, schoolId: row.school_id }
  if ((await hearersLeft(tx, policy, about)).some((one) => one.personId === row.heard_by)) return false
  const hearer = await findHearer(tx, policy, about, [row.entered_by])
  if (hearer === null) return false
  const changed = await tx
    .updateTable('app.case_complaint')
    .set(
      'body' in hearer
        ? { heard_as: null, heard_by: null, body: hearer.body, passed_on: 'Nobody here is left to hear it.' }
        : { heard_as: hearer.post, heard_by: hearer.personId },
    )
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', row.id)
    // It may have been answered since the list was read.
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  if (Number(changed.numUpdatedRows) === 0) return false
  if (row.heard_by !== null) await endReading(tx, row.record_id, row.heard_by)
  if ('personId' in hearer)
    await giveTo(tx, hearer, {
      id: row.id,
      recordId: row.record_id,
      reference: row.reference,
      dueAt: Temporal.Instant.from(row.due_at),
    })
  recordEvent(tx, {
    code: 'complaint.passed_on',
    subject: { kind: 'case_complaint', id: row.id },
    details: 'body' in hearer ? { body: hearer.body } : { post: hearer.post },
  })
  return true
}
