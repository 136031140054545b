import { sql } from 'kysely'
import type { Counted } from '#pack/engines/reports/figures.ts'
import type { CountedPart } from '#pack/types/report.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Over what is counted. */
export interface Span {
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
  /** Null: all schools. */
  readonly schoolId: string | null
}

/** What a part of a report counts, of one span of time. Run as the system: only numbers leave. */
export async function readCounted(tx: Tx, { counts }: CountedPart, span: Span): Promise<Counted[]> {
  const [kind = '', rest = ''] = counts.split('/')
  const id = rest.split('#')[0] ?? ''
  if (kind === 'record') return recordsIn(tx, id, span)
  if (kind === 'action') return recordsIn(tx, `action_${id}`, span)
  if (kind === 'assent') return signedIn(tx, id, span)
  return doneIn(tx, kind === 'measure' ? `measure/${id}` : id, span)
}

async function recordsIn(tx: Tx, kind: string, { from, until, schoolId }: Span): Promise<Counted[]> {
  const { rows } = await sql<{
    state: string
    category: string | null
    school: string
    fields: unknown
    steps: unknown
  }>`
    select r.state, r.category, s.name as school, d.fields,
           (select jsonb_agg(e.event -> 'fields' order by e.seq) from app.record_event e
             where e.organisation_id = r.organisation_id and e.record_id = r.id and e.event ? 'fields'
               and e.at <= ${until.toString()}::timestamptz) as steps
      from app.record r
      join app.record_detail d on d.organisation_id = r.organisation_id and d.record_id = r.id
      join app.school s on s.organisation_id = r.organisation_id and s.id = r.school_id
     where r.organisation_id = ${contextOf(tx).actor.organisationId} and r.kind = ${kind} and r.state <> 'voided'
       and r.opened_at >= ${from.toString()}::timestamptz and r.opened_at <= ${until.toString()}::timestamptz
       and (${schoolId}::uuid is null or r.school_id = ${schoolId}::uuid)`.execute(tx)
  return rows.map(({ state, category, school, fields, steps }) =>
    Object.assign({}, fields, ...(Array.isArray(steps) ? steps : []), {
      state,
      school,
      ...(category === null ? {} : { category, kind: category }),
    }),
  )
}

async function signedIn(tx: Tx, assent: string, { from, until, schoolId }: Span): Promise<Counted[]> {
  const rows = await tx
    .selectFrom('app.assent_request')
    .select('state')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('assent', '=', assent)
    .where('state', 'in', ['signed', 'refused'])
    .where('settled_at', '>=', from.toString())
    .where('settled_at', '<=', until.toString())
    .$if(schoolId !== null, (query) => query.where('school_id', '=', schoolId ?? ''))
    .execute()
  return rows.map(({ state }) => ({ state }))
}

async function doneIn(tx: Tx, duty: string, { from, until, schoolId }: Span): Promise<Counted[]> {
  const rows = await tx
    .selectFrom('app.duty')
    .select('state')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('duty', '=', duty)
    .where('state', 'in', ['done', 'missed'])
    .where('done_at', '>=', from.toString())
    .where('done_at', '<=', until.toString())
    .$if(schoolId !== null, (query) => query.where('school_id', '=', schoolId ?? ''))
    .execute()
  return rows.map(({ state }) => ({ state }))
}
