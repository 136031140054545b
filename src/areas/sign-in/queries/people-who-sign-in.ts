import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'

/** Who should have a way in by mail or password, and who should have none any more. */
export interface WhoSignsIn {
  readonly here: readonly { readonly personId: string; readonly email: string | null }[]
  readonly left: readonly string[]
}

/** Everybody but pupils, as they stand today. Run as the system. */
export async function peopleWhoSignIn(tx: Tx): Promise<WhoSignsIn> {
  const { organisationId } = contextOf(tx).actor
  const { rows } = await sql<{ id: string; email: string | null; left: boolean; grown: boolean }>`
    select p.id, p.email,
      coalesce(p.ended_on <= (${nowText(tx)}::timestamptz at time zone o.zone)::date, false) as left,
      exists (select 1 from app.person_membership m
        where m.organisation_id = p.organisation_id and m.person_id = p.id and m.kind <> 'pupil' and m.until_on is null) as grown
    from app.person p join app.organisation o on o.organisation_id = p.organisation_id
    where p.organisation_id = ${organisationId}`.execute(tx)
  return {
    here: rows.filter((row) => row.grown && !row.left).map((row) => ({ personId: row.id, email: row.email })),
    left: rows.filter((row) => row.left).map((row) => row.id),
  }
}
