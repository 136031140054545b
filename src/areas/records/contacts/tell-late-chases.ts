import { sql } from 'kysely'
import { writeNotices } from '#areas/notices/index.ts'
import { policyVersion, readSettings } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { actingAs } from '../acting-as.ts'
import { assignedNow } from '../assign/assigned.ts'
import { addressesOf } from '../derived-homes.ts'
import { LAST } from './last-line.ts'
import { sayTelling } from './party-asks.ts'

interface LateChase {
  readonly line_id: string
  readonly thread_id: string
  readonly party: string
  readonly about: string | null
  readonly id: string
  readonly kind: string
  readonly circle: string
  readonly opened_by: string | null
  readonly policy_version_id: string
  readonly school_id: string
  readonly reference: string
}

const MOST = 200

/**
 * Tells whoever looks after a record, or those who handle it, that somebody should have been asked again by yesterday: once
 * for each day that was named. The line names no child: it is read on a list. Run as the system.
 * @returns how many notices are new.
 */
export async function tellLateChases(tx: Tx, _system: SystemActor): Promise<number> {
  const { zone } = await readSettings(tx)
  const late = await lateLines(tx, nowIn(tx).toZonedDateTimeISO(zone).toPlainDate())
  if (late.length === 0) return 0
  const assigned = await assignedNow(
    tx,
    late.map((one) => one.id),
  )
  const notices = []
  for (const one of late) {
    const policy = await policyVersion(tx, one.policy_version_id, one.school_id)
    const given = assigned.get(one.id)?.personId
    const readers = given === undefined ? await handlersOf(tx, one) : [given]
    for (const readerId of readers)
      notices.push({
        readerId,
        code: `record.chase/${one.line_id}`,
        says: `Late: ask again in ${one.reference}: ${sayTelling(policy, { party: one.party, about: null }, new Map())}`,
        href: addressesOf(one.kind).contact.to(one.id, one.thread_id),
        subject: { kind: 'record', id: one.id },
        party: null,
        clauses: [],
        urgent: false,
      })
  }
  return (await writeNotices(tx, notices)).length
}

async function lateLines(tx: Tx, today: Temporal.PlainDate): Promise<LateChase[]> {
  const { rows } = await sql<LateChase>`
    select c.id as line_id, c.thread_id, c.party, c.about, r.id, r.kind, r.circle, r.opened_by, r.policy_version_id,
           r.school_id, r.reference
      from app.record_contact c
      join app.record r on r.organisation_id = c.organisation_id and r.id = c.record_id
     where c.organisation_id = ${contextOf(tx).actor.organisationId} and c.chase_on < ${today.toString()}::date
       and r.state in ('open', 'closed') and ${LAST}
       and not exists (select 1 from app.notice n where n.organisation_id = c.organisation_id and n.subject_id = r.id
                          and n.code = 'record.chase/' || c.id)
     order by c.chase_on, c.id limit ${MOST}`.execute(tx)
  return rows
}

// Those of its circle who handle it today and are not walled off.
async function handlersOf(tx: Tx, one: LateChase): Promise<string[]> {
  const [circle = '', schoolId = ''] = one.circle.split(':')
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from app.circle_post c
      join app.post_holder h on h.organisation_id = c.organisation_id and h.post = c.post and h.until_on is null
       and (h.school_id is null or h.school_id::text = ${schoolId})
      join app.person p on p.organisation_id = h.organisation_id and p.id = h.person_id and p.ended_on is null
     where c.organisation_id = ${contextOf(tx).actor.organisationId} and c.policy_version_id = ${one.policy_version_id}
       and c.circle = ${circle} and c.reach = 'all'
       and not exists (select 1 from app.record_wall w where w.organisation_id = c.organisation_id
                          and w.record_id = ${one.id} and w.person_id = p.id and w.lifted_at is null)
     order by p.id`.execute(tx)
  const policy = await policyVersion(tx, one.policy_version_id, one.school_id)
  const record = { id: one.id, kind: one.kind, circle: one.circle, openedBy: one.opened_by }
  const found: string[] = []
  for (const { id } of rows) if ((await actingAs(tx, policy, id, record)).includes('handler')) found.push(id)
  return found
}
