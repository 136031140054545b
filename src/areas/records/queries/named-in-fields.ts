import { isUuid } from '#core/ids.ts'
import type { Field } from '#pack/types/field.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { namesSomebody } from '../forms/field-view.ts'
import { namesOf } from './read-case.ts'

/** The names of the people, and the references of the records, that fields point at, as far as one may see them. */
export async function namedInFields(
  tx: Tx,
  fields: readonly Field[],
  values: readonly Readonly<Record<string, unknown>>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = (wanted: (field: Field) => boolean) =>
    fields.filter(wanted).flatMap((field) =>
      values.flatMap((one) => {
        const value = one[field.id]
        return isUuid(value) ? [value] : []
      }),
    )
  const people = await namesOf(tx, ids(namesSomebody))
  const records = [...new Set(ids((field) => field.type.startsWith('record/')))]
  if (records.length === 0) return people
  const rows = await tx
    .selectFrom('app.record as r')
    .leftJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.reference', 'd.title'])
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.id', 'in', records)
    .execute()
  return new Map([...people, ...rows.map((row) => [row.id, `${row.reference} ${row.title ?? ''}`.trim()] as const)])
}
