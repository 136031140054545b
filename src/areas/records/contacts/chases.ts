import { sql } from 'kysely'
import { policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { actingAs } from '../acting-as.ts'
import { namesOf } from '../queries/read-case.ts'
import { LAST } from './last-line.ts'
import { abouts, sayTelling } from './party-asks.ts'

/** Somebody outside a case who has to be asked again, and the day. */
export interface Chase {
  readonly recordId: string
  readonly kind: string
  readonly reference: string
  readonly title: string
  readonly contactId: string
  readonly who: string
  readonly on: Temporal.PlainDate
}

const MOST = 50

/** Those whom the person who acts has to ask again until a day, in the records that they handle; the longest wait first. */
export async function chasesDue(tx: Tx, actor: PersonActor, until: Temporal.PlainDate): Promise<Chase[]> {
  const { rows } = await sql<{
    record_id: string
    kind: string
    circle: string
    opened_by: string | null
    policy_version_id: string
    school_id: string
    reference: string
    title: string
    thread_id: string
    party: string
    about: string | null
    chase_on: string
  }>`select c.record_id, r.kind, r.circle, r.opened_by, r.policy_version_id, r.school_id, r.reference, d.title,
            c.thread_id, c.party, c.about, c.chase_on
       from app.record_contact c
       join app.record r on r.organisation_id = c.organisation_id and r.id = c.record_id
       join app.record_detail d on d.organisation_id = c.organisation_id and d.record_id = c.record_id
      where c.organisation_id = ${contextOf(tx).actor.organisationId} and c.chase_on <= ${until.toString()}::date
        and r.state in ('open', 'closed') and ${LAST}
      order by c.chase_on, c.thread_id limit ${MOST}`.execute(tx)
  const names = await namesOf(tx, abouts(rows))
  const handles = new Map<string, boolean>()
  const mine: Chase[] = []
  for (const row of rows) {
    const policy = await policyVersion(tx, row.policy_version_id, row.school_id)
    const record = { id: row.record_id, kind: row.kind, circle: row.circle, openedBy: row.opened_by }
    const known = handles.get(row.record_id) ?? (await actingAs(tx, policy, actor.personId, record)).includes('handler')
    handles.set(row.record_id, known)
    if (!known) continue
    mine.push({
      recordId: row.record_id,
      kind: row.kind,
      reference: row.reference,
      title: row.title,
      contactId: row.thread_id,
      who: sayTelling(policy, row, names),
      on: Temporal.PlainDate.from(row.chase_on),
    })
  }
  return mine
}

/** In how many records of each kind somebody should have been asked again before a day. */
export async function lateChases(tx: Tx, today: Temporal.PlainDate): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select r.kind, count(distinct r.id)::int as count
      from app.record_contact c
      join app.record r on r.organisation_id = c.organisation_id and r.id = c.record_id
     where c.organisation_id = ${contextOf(tx).actor.organisationId} and c.chase_on < ${today.toString()}::date
       and r.state in ('open', 'closed') and ${LAST} group by r.kind`.execute(tx)
  return new Map(rows.map((row) => [row.kind, row.count]))
}
