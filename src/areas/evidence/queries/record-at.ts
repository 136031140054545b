import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import { addressesOf, assertSaidWhy, inFilesNever, originOf } from '#areas/records/index.ts'
import { NotFound } from '#core/errors.ts'
import { kindWithoutFiles } from '#pack/engines/flow/files-never.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { RecordHead } from '../model/item.ts'

/** The record that evidence belongs to, as its handlers see it. */
export interface RecordAt extends RecordHead {
  readonly schoolId: string
  readonly category: string | null
  readonly openedBy: string | null
  readonly policy: PolicyInForce
}

/**
 * Reads the record whose evidence somebody looks at on a page.
 * @throws NotFound for whoever may not read all of it; Refused, with the way to say it, for whoever has to say first why.
 */
export async function lookedAt(tx: Tx, recordId: string): Promise<RecordAt> {
  const record = await recordAt(tx, recordId)
  await assertSaidWhy(tx, record, addressesOf(record.kind))
  return record
}

/** Reads the record of some evidence. @throws NotFound for whoever may not read all of it. */
export async function recordAt(tx: Tx, recordId: string): Promise<RecordAt> {
  const row = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.kind', 'r.reference', 'r.school_id', 'r.category', 'r.state', 'r.files_locked', 'd.title'])
    .select(['r.policy_version_id', 'r.opened_by'])
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.id', '=', recordId)
    .executeTakeFirstOrThrow(() => new NotFound('record.missing'))
  const policy = await policyVersion(tx, row.policy_version_id, row.school_id)
  const from = await standOfOrigin(tx, row.id)
  const kind = from === 'never' || kindWithoutFiles(policy.pack, row.kind, row.category)
  const chart = from === 'not_yet' || (await inFilesNever(tx, policy, row))
  const filesLocked = row.files_locked || (kind && (await lock(tx, row)))
  return {
    id: row.id,
    kind: row.kind,
    reference: row.reference,
    title: row.title,
    schoolId: row.school_id,
    category: row.category,
    openedBy: row.opened_by,
    state: row.state,
    filesLocked,
    never: kind || chart,
    notYet: chart && !filesLocked,
    policy,
  }
}

/**
 * How the case that a record follows from stands with files: what it may not have, nothing that follows from it may have either,
 * be it a letter, a thing to do, or the entry of a register. Asked past its walls: no more is learned of it.
 */
async function standOfOrigin(tx: Tx, recordId: string): Promise<'open' | 'not_yet' | 'never'> {
  return asSystem(tx, async () => {
    const origin = await originOf(tx, recordId)
    if (origin === null) return 'open'
    const row = await tx
      .selectFrom('app.record')
      .select(['id', 'kind', 'school_id', 'category', 'files_locked', 'policy_version_id'])
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('id', '=', origin.id)
      .executeTakeFirstOrThrow()
    const policy = await policyVersion(tx, row.policy_version_id, row.school_id)
    if (row.files_locked || kindWithoutFiles(policy.pack, row.kind, row.category)) return 'never'
    return (await inFilesNever(tx, policy, row)) ? 'not_yet' : standOfOrigin(tx, row.id)
  })
}

/** A case of a kind that never has files locks those that came before, the first time that anybody comes near them. */
async function lock(tx: Tx, { id, kind }: { id: string; kind: string }): Promise<true> {
  await asSystem(tx, () =>
    tx
      .updateTable('app.record')
      .set({ files_locked: true })
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('id', '=', id)
      .execute(),
  )
  recordEvent(tx, { code: 'evidence.locked', subject: { kind: 'record', id }, recordId: id, details: { kind } })
  return true
}

/** The name of a record's school. */
export async function schoolOf(tx: Tx, recordId: string): Promise<string> {
  const row = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.school as s', (join) =>
      join.onRef('s.organisation_id', '=', 'r.organisation_id').onRef('s.id', '=', 'r.school_id'),
    )
    .select('s.name')
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.id', '=', recordId)
    .executeTakeFirst()
  return row?.name ?? ''
}
