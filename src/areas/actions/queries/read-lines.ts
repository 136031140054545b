import { sql } from 'kysely'
import { policyInForce } from '#areas/policy/index.ts'
import { sayThing } from '#areas/records/index.ts'
import { derivedFrom } from '#pack/engines/actions/kinds.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Line } from '../line.ts'
import type { ListOf } from '../list-of.ts'

interface Row {
  id: string
  kind: string
  reference: string
  title: string
  state: string
  people: string | null
  opened_at: string
  in_force: boolean
  from_at: string | null
  until_at: string | null
  step: string | null
  due_at: string | null
  target: string | null
  case_id: string | null
  case_reference: string | null
}

const MOST = 1000

/** The actions or exceptions that the reader may see, the newest first. Row policies decide which. */
export async function readLines(tx: Tx, of: ListOf): Promise<Line[]> {
  const { pack } = await policyInForce(tx)
  const { rows } = await sql<Row>`
    select r.id, r.kind, r.reference, d.title, r.state, r.opened_at, s.title as step, s.due_at, l.from_at, l.until_at, l.target,
           (l.id is not null and l.ended_at is null) as in_force, c.id as case_id, c.reference as case_reference,
           (select string_agg(coalesce(trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name), k.described), ', ' order by k.added_at, k.id)
              from app.record_person k
              left join app.person p on p.organisation_id = k.organisation_id and p.id = k.person_id
             where k.organisation_id = r.organisation_id and k.record_id = r.id and k.removed_at is null) as people
      from app.record r
      join app.record_detail d on d.organisation_id = r.organisation_id and d.record_id = r.id
      left join app.lasting_effect l on l.organisation_id = r.organisation_id and l.record_id = r.id and l.key = 'in_force'
      left join lateral (select s.title, s.due_at from app.record_step s
         where s.organisation_id = r.organisation_id and s.record_id = r.id order by s.opened_at, s.key limit 1) s on true
      left join app.record_origin o on o.organisation_id = r.organisation_id and o.record_id = r.id
      left join app.record c on c.organisation_id = o.organisation_id and c.id = o.from_record_id
     where r.organisation_id = ${contextOf(tx).actor.organisationId} and r.kind like ${`${of}\\_%`} and r.state <> 'voided'
     order by r.opened_at desc, r.id desc limit ${MOST}`.execute(tx)
  const at = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))
  return rows.map((row) => {
    const exception = derivedFrom(row.kind)
    const lifted = exception?.of === 'exception' ? pack.exceptions[exception.id]?.from : undefined
    return {
      id: row.id,
      kind: row.kind,
      reference: row.reference,
      title: row.title,
      state: row.state,
      people: row.people,
      openedAt: Temporal.Instant.from(row.opened_at),
      inForce: row.in_force,
      from: at(row.from_at),
      until: at(row.until_at),
      step: row.step,
      due: at(row.due_at),
      lifts: lifted === undefined ? null : sayThing(pack, lifted),
      caseId: row.case_id,
      caseReference: row.case_reference,
    }
  })
}
