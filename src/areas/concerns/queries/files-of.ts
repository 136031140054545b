import { sql } from 'kysely'
import { policyVersion } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { sayRemoved } from '#platform/files/clean/removed.ts'
import type { ConcernAttachment } from '../lines.ts'
import { mayBringFiles } from '../may-bring-files.ts'
import { OTHER_WORRY } from '../worry-ids.ts'

/** The files of a concern, oldest first, for whoever may see it. */
export async function filesOf(tx: Tx, concernId: string): Promise<ConcernAttachment[]> {
  const rows = await tx
    .selectFrom('app.concern_file')
    .select(['id', 'type', 'bytes', 'cleaned', 'received_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('concern_id', '=', concernId)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    bytes: Number(row.bytes),
    says: sayCleaned(row.cleaned),
    at: Temporal.Instant.from(row.received_at),
  }))
}

function sayCleaned(cleaned: readonly string[]): string {
  const removed = sayRemoved(cleaned)
  return removed.length === 0 ? 'Cleaned: there was nothing to take out.' : `Cleaned. Taken out: ${removed.join('; ')}.`
}

/** Where one file of a concern is kept; nobody learns of another's. */
export async function fileOf(tx: Tx, concernId: string, fileId: string) {
  return tx
    .selectFrom('app.concern_file')
    .select(['sha256', 'type', 'bytes'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('concern_id', '=', concernId)
    .where('id', '=', fileId)
    .executeTakeFirstOrThrow(() => new NotFound('file.missing'))
}

/**
 * Whether files may come to a concern, and be opened. Not where it is of a kind that takes none, and not once it belongs to
 * a case of suspected images of children: its files are then shut until the police have said.
 */
export async function filesAreOpen(tx: Tx, concernId: string): Promise<boolean> {
  const found = await asSystem(tx, () =>
    tx
      .selectFrom('app.concern as c')
      .leftJoin('app.record as r', (join) =>
        join.onRef('r.organisation_id', '=', 'c.organisation_id').onRef('r.id', '=', 'c.record_id'),
      )
      .select(['c.about_kind', 'c.policy_version_id', 'c.school_id', sql<string | null>`r.category`.as('category')])
      .where('c.organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('c.id', '=', concernId)
      .executeTakeFirstOrThrow(() => new NotFound('concern.missing')),
  )
  const policy = await policyVersion(tx, found.policy_version_id, found.school_id)
  const shut = Object.values(policy.pack.lists).some((list) =>
    list.values.some((value) => value.id === found.category && value.files === 'never'),
  )
  return !shut && mayBringFiles(policy, found.about_kind ?? OTHER_WORRY)
}
