import { type EntryContent, isChanged, type Seeded } from '#pack/engines/entries/plan-entries.ts'
import type { Scalar } from '#pack/types/value.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** An entry that a policy brought, and the record that it became. */
export interface SeededRow extends Seeded {
  readonly kind: string
  readonly recordId: string
}

/** The entries that policies have brought to a school. */
export async function readSeeded(tx: Tx, schoolId: string): Promise<SeededRow[]> {
  const rows = await seededWithRecord(tx).where('s.school_id', '=', schoolId).execute()
  return rows.map((row) => ({
    id: row.entry,
    kind: row.kind,
    recordId: row.record_id,
    said: { title: row.title, fields: fieldsIn(row.fields) },
    now: { title: row.now_title, fields: fieldsIn(row.now_fields) },
    out: row.state !== 'open',
  }))
}

/** Where an entry of a register comes from. */
export type EntrySource = 'policy' | 'changed'

/** Which of these entries a policy brought, and whether the school has changed them. The others are the school's own. */
export async function sourcesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, EntrySource>> {
  if (ids.length === 0) return new Map()
  const rows = await seededWithRecord(tx)
    .where('s.record_id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => {
      const said = { title: row.title, fields: fieldsIn(row.fields) }
      const now = { title: row.now_title, fields: fieldsIn(row.now_fields) }
      return [row.record_id, isChanged({ said, now }) ? 'changed' : 'policy'] as const
    }),
  )
}

/** Where an entry comes from, in words. */
export const saySource = (source: EntrySource | undefined): string =>
  source === undefined ? 'The school' : source === 'policy' ? 'The policy' : 'The policy, changed by the school'

const seededWithRecord = (tx: Tx) =>
  tx
    .selectFrom('app.seeded_entry as s')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 's.organisation_id').onRef('r.id', '=', 's.record_id'),
    )
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 's.organisation_id').onRef('d.record_id', '=', 's.record_id'),
    )
    .select(['s.kind', 's.entry', 's.record_id', 's.title', 's.fields', 'r.state'])
    .select(['d.title as now_title', 'd.fields as now_fields'])
    .where('s.organisation_id', '=', contextOf(tx).actor.organisationId)

const isScalar = (value: unknown): value is Scalar =>
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'))

const fieldsIn = (value: unknown): EntryContent['fields'] =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Scalar] => isScalar(entry[1])))
    : {}

/** Notes which record an entry became. Run as the system. */
export async function keepSeeded(
  tx: Tx,
  entry: {
    readonly schoolId: string
    readonly kind: string
    readonly entry: string
    readonly recordId: string
    readonly policyVersionId: string
  },
  said: EntryContent,
): Promise<void> {
  await tx
    .insertInto('app.seeded_entry')
    .values({
      organisation_id: contextOf(tx).actor.organisationId,
      school_id: entry.schoolId,
      kind: entry.kind,
      entry: entry.entry,
      record_id: entry.recordId,
      title: said.title.slice(0, 200),
      fields: JSON.stringify(said.fields),
      policy_version_id: entry.policyVersionId,
    })
    .execute()
}

/** Has an entry say what the policy says now. Run as the system. */
export async function changeSeeded(tx: Tx, recordId: string, policyVersionId: string, to: EntryContent): Promise<void> {
  const { organisationId } = contextOf(tx).actor
  const said = { title: to.title.slice(0, 200), fields: JSON.stringify(to.fields) }
  await tx
    .updateTable('app.record_detail')
    .set(said)
    .where('organisation_id', '=', organisationId)
    .where('record_id', '=', recordId)
    .execute()
  await tx
    .updateTable('app.seeded_entry')
    .set({ ...said, policy_version_id: policyVersionId })
    .where('organisation_id', '=', organisationId)
    .where('record_id', '=', recordId)
    .execute()
}
