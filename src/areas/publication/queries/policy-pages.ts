import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A school with the state of its public page. */
export interface SchoolPage {
  readonly schoolId: string
  readonly name: string
  readonly phases: readonly string[]
  /** The school's part of the address; null until somebody has opened its page once. */
  readonly address: string | null
  readonly open: boolean
}

/** Every school of the organisation, and whether its policy page is open. */
export async function schoolPages(tx: Tx): Promise<SchoolPage[]> {
  const rows = await tx
    .selectFrom('app.school as s')
    .leftJoin('app.policy_page as p', (join) =>
      join.onRef('p.organisation_id', '=', 's.organisation_id').onRef('p.school_id', '=', 's.id'),
    )
    .select(['s.id', 's.name', 's.phases', 'p.address', 'p.open'])
    .where('s.organisation_id', '=', contextOf(tx).actor.organisationId)
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    schoolId: row.id,
    name: row.name,
    phases: row.phases,
    address: row.address,
    open: row.open ?? false,
  }))
}
