import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'

/** How many agreements that are asked for now are signed, and in which class most are still missing. */
export interface AgreementsSigned {
  readonly asked: number
  readonly signed: number
  readonly most: { readonly name: string; readonly count: number } | null
}

/** Counted over what the person who acts may see. */
export async function agreementsSigned(tx: Tx): Promise<AgreementsSigned> {
  const { organisationId } = contextOf(tx).actor
  const now = nowText(tx)
  const { rows } = await sql<{ asked: number; signed: number }>`
    select count(*)::int as asked,
           (count(*) filter (where state = 'signed' and (valid_until is null or valid_until >= ${now}::timestamptz)))::int as signed
      from app.assent_request
     where organisation_id = ${organisationId} and state not in ('ended', 'superseded')`.execute(tx)
  const { rows: classes } = await sql<{ name: string; count: number }>`
    select c.name, count(*)::int as count
      from app.assent_request q
      join app.class_member m on m.organisation_id = q.organisation_id and m.person_id = q.about_id
       and m.part = 'pupil' and m.until_on is null
      join app.class c on c.organisation_id = m.organisation_id and c.id = m.class_id and c.kind = 'homeroom'
     where q.organisation_id = ${organisationId} and q.state in ('open', 'partly')
     group by c.id, c.name order by 2 desc, 1, c.id limit 1`.execute(tx)
  const [counts] = rows
  return { asked: counts?.asked ?? 0, signed: counts?.signed ?? 0, most: classes[0] ?? null }
}
