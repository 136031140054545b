import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

interface Of {
  readonly rule: string
  readonly subject: { readonly kind: string; readonly id: string }
}

/** The calls that a rule has made about something, one for each turn. Run as the system. */
export async function callsMade(
  tx: Tx,
  { rule, subject }: Of,
): Promise<{ number: number; people: string[]; at: Temporal.Instant }[]> {
  const rows = await tx
    .selectFrom('app.notice_call')
    .select(['number', 'person_id', 'called_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('subject_id', '=', subject.id)
    .where('rule', '=', rule)
    .orderBy('number')
    .orderBy('id')
    .execute()
  return [...Map.groupBy(rows, (row) => row.number)].map(([number, own]) => ({
    number,
    people: own.map((row) => row.person_id),
    at: Temporal.Instant.from(own[0]?.called_at ?? ''),
  }))
}

/** Who was called about something, and when, in the order of the calls. For whoever sees the thing itself. */
export async function callsAbout(
  tx: Tx,
  subjectId: string,
): Promise<{ who: string; party: string; at: Temporal.Instant }[]> {
  const rows = await tx
    .selectFrom('app.notice_call as n')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'n.organisation_id').onRef('p.id', '=', 'n.person_id'),
    )
    .select([
      'n.party',
      'n.called_at',
      sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('who'),
    ])
    .where('n.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('n.subject_id', '=', subjectId)
    .orderBy('n.called_at')
    .orderBy('n.id')
    .execute()
  return rows.map((row) => ({ who: row.who, party: row.party, at: Temporal.Instant.from(row.called_at) }))
}

/** The oldest thing to which the person who acts is called and that nobody has taken yet; null when there is none. */
export async function openCall(tx: Tx): Promise<{ href: string; at: Temporal.Instant } | null> {
  const { rows } = await sql<{ kind: string; id: string; at: string }>`
    select n.subject_kind as kind, n.subject_id as id, min(n.called_at)::text as at
      from app.notice_call n
     where n.organisation_id = ${contextOf(tx).actor.organisationId} and n.person_id = app.current_person()
       and ((n.subject_kind = 'concern' and exists (
               select 1 from app.concern c
                where c.organisation_id = n.organisation_id and c.id = n.subject_id and c.state = 'new'))
         or (n.subject_kind = 'record' and exists (
               select 1 from app.record r
                where r.organisation_id = n.organisation_id and r.id = n.subject_id and r.state = 'open'
                  and not exists (select 1 from app.record_event e
                                   where e.organisation_id = r.organisation_id and e.record_id = r.id and e.seq > 0))))
     group by 1, 2 order by 3, 2 limit 1`.execute(tx)
  const [row] = rows
  if (row === undefined) return null
  const href = row.kind === 'concern' ? `/concerns/${row.id}/call` : `/incidents/${row.id}`
  return { href, at: Temporal.Instant.from(row.at.replace(' ', 'T')) }
}
