import { policyVersion } from '#areas/policy/index.ts'
import { inFilesNever } from '#areas/records/index.ts'
import { NotFound } from '#core/errors.ts'
import { kindWithoutFiles } from '#pack/engines/flow/files-never.ts'
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

/** Whether files may come to a concern, and be opened. */
export const filesAreOpen = async (tx: Tx, concernId: string): Promise<boolean> =>
  (await filesStand(tx, concernId)) === 'open'

/**
 * How the files of a concern stand. `never`: it is of a kind that takes none. While it belongs to a case that may be about
 * indecent images of children they are shut: `locked` by its kind or by a step, until the police have said; `not_yet` while
 * its chart takes no file where the case stands.
 */
export async function filesStand(tx: Tx, concernId: string): Promise<'open' | 'never' | 'not_yet' | 'locked'> {
  // Whether there is such a case is nothing that a reporter learns of it.
  return asSystem(tx, async () => {
    const found = await tx
      .selectFrom('app.concern')
      .select(['about_kind', 'policy_version_id', 'school_id', 'record_id'])
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('id', '=', concernId)
      .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
    const policy = await policyVersion(tx, found.policy_version_id, found.school_id)
    if (!mayBringFiles(policy, found.about_kind ?? OTHER_WORRY)) return 'never'
    return found.record_id === null ? 'open' : standByCase(tx, found.record_id)
  })
}

async function standByCase(tx: Tx, recordId: string): Promise<'open' | 'not_yet' | 'locked'> {
  const record = await tx
    .selectFrom('app.record')
    .select(['id', 'kind', 'category', 'school_id', 'policy_version_id', 'files_locked'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', recordId)
    .executeTakeFirst()
  if (record === undefined) return 'open'
  const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
  if (record.files_locked || kindWithoutFiles(policy.pack, record.kind, record.category)) return 'locked'
  return (await inFilesNever(tx, policy, record)) ? 'not_yet' : 'open'
}
