import { sql } from 'kysely'
import { writeNotices } from '#areas/notices/index.ts'
import { refreshSoon } from '#areas/policy/index.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { paths } from '../paths.ts'

interface Left {
  readonly id: string
  readonly taken_by: string
  readonly policy_version_id: string
}

/**
 * A concern does not stay with somebody who may not have it any more, because their post has ended: it is nobody’s again,
 * stands on the page of whoever looks after concerns like it, and they are told. When it was first taken stays known.
 * Whoever was let in to it by name keeps it while they belong to the school. Run as the system, each day.
 * @returns how many came back.
 */
export async function endTaken(tx: Tx): Promise<number> {
  const { organisationId } = contextOf(tx).actor
  const { rows } = await sql<Left>`
    select c.id, c.taken_by, c.policy_version_id
      from app.concern c
     where c.organisation_id = ${organisationId} and c.state = 'taken' and not app.may_be_given_concern(c.id, c.taken_by)
       and not exists (
         select 1 from app.concern_reader r
           join app.person_membership m on m.organisation_id = r.organisation_id and m.person_id = r.person_id
            and m.until_on is null
          where r.organisation_id = c.organisation_id and r.concern_id = c.id and r.person_id = c.taken_by)
     order by c.id for update`.execute(tx)
  if (rows.length === 0) return 0
  await tx
    .updateTable('app.concern')
    .set({ state: 'new', taken_by: null })
    .where('organisation_id', '=', organisationId)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  for (const row of rows)
    recordEvent(tx, {
      code: 'concern.came_back',
      subject: { kind: 'concern', id: row.id },
      policyVersionId: row.policy_version_id,
      details: { before: row.taken_by },
    })
  await tellCircles(tx, rows)
  await refreshSoon(tx)
  return rows.length
}

// One line for each of them, however many came back; it names nobody.
async function tellCircles(tx: Tx, rows: readonly Left[]): Promise<void> {
  const ids = rows.map(({ id }) => id)
  const { rows: readers } = await sql<{ reader: string; first: string; count: number }>`
    select h.person_id as reader, (array_agg(c.id order by c.told_at, c.id))[1] as first, count(distinct c.id)::int as count
      from app.concern c
      join app.circle_post p on p.organisation_id = c.organisation_id and p.policy_version_id = c.policy_version_id
       and p.circle = split_part(c.circle, ':', 1) and p.reach = 'all'
      join app.post_holder h on h.organisation_id = c.organisation_id and h.post = p.post and h.until_on is null
       and (h.school_id is null or h.school_id::text = split_part(c.circle, ':', 2))
     where c.organisation_id = ${contextOf(tx).actor.organisationId} and c.id = any (${ids}::uuid[])
       and app.may_be_given_concern(c.id, h.person_id)
     group by h.person_id order by h.person_id`.execute(tx)
  const id = newId(contextOf(tx).clock)
  await writeNotices(
    tx,
    readers.map(({ reader, first, count }) => ({
      readerId: reader,
      code: `concern.came_back/${id}`,
      says:
        count === 1
          ? 'Nobody looks after a concern any more. Take it, or give it to somebody.'
          : `Nobody looks after ${count} concerns any more. Take them, or give them to somebody.`,
      href: count === 1 ? paths.show.to(first) : paths.list.to('?view=new'),
      subject: { kind: 'concern', id: first },
      party: null,
      clauses: [],
      urgent: false,
    })),
  )
}
