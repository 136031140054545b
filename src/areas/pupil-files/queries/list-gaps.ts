import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A case that is missing in the file of a pupil who moves, for those who handle it. */
export interface Gap {
  readonly id: string
  readonly recordId: string
  readonly reference: string
  /** Null for whoever may not know the pupil by name, such as a governor. */
  readonly pupil: string | null
  readonly schoolName: string
  readonly dueAt: Temporal.Instant
  readonly settled: { readonly at: Temporal.Instant; readonly sent: boolean; readonly says: string } | null
}

const MOST = 100

/**
 * The cases that wait to be sent after a file, or one of them, settled or not. Row policies keep it to those who read the case;
 * what waits is shown to those who may also change it.
 */
export async function listGaps(tx: Tx, id?: string): Promise<readonly Gap[]> {
  const rows = await tx
    .selectFrom('app.pupil_file_gap as g')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'g.organisation_id').onRef('r.id', '=', 'g.record_id'),
    )
    .leftJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'g.organisation_id').onRef('p.id', '=', 'g.pupil_id'),
    )
    .select(['g.id', 'g.record_id', 'r.reference', 'g.school_name', 'g.due_at', 'g.settled_at', 'g.sent', 'g.says'])
    .select(sql<string | null>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('pupil'))
    .where('g.organisation_id', '=', contextOf(tx).actor.organisationId)
    .$if(id !== undefined, (query) => query.where('g.id', '=', id ?? ''))
    .$if(id === undefined, (query) =>
      query.where('g.settled_at', 'is', null).where(sql<boolean>`app.may_change_record(g.record_id)`),
    )
    .orderBy('g.due_at')
    .orderBy('g.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    recordId: row.record_id,
    reference: row.reference,
    pupil: row.pupil,
    schoolName: row.school_name,
    dueAt: Temporal.Instant.from(row.due_at),
    settled:
      row.settled_at === null
        ? null
        : { at: Temporal.Instant.from(row.settled_at), sent: row.sent === true, says: row.says ?? '' },
  }))
}
