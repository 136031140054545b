import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { registerOf } from '#pack/engines/duties/register.ts'
import type { RegisterItem } from '#pack/engines/duties/subjects.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { RegisterItems } from './calendar-duties.ts'

/** The open entries of every register from which the policy makes duties: one query. Run as the system. */
export async function readItems(tx: Tx, { pack }: PolicyInForce): Promise<RegisterItems> {
  const records = [...new Set(Object.values(pack.duties).flatMap((duty) => registerOf(duty.for_each)?.record ?? []))]
  if (records.length === 0) return () => []
  const rows = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.kind', 'r.reference', 'r.school_id', 'r.state', 'd.fields'])
    .select(
      sql<string | null>`(select s.step from app.record_step s
        where s.organisation_id = r.organisation_id and s.record_id = r.id and s.chart = 'record/' || r.kind order by s.key limit 1)`.as(
        'step',
      ),
    )
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.kind', 'in', records)
    .where('r.state', '=', 'open')
    .orderBy('r.id')
    .execute()
  const known = Map.groupBy(rows, (row) => `${row.kind} ${row.school_id}`)
  return (record, schoolId) => (known.get(`${record} ${schoolId}`) ?? []).map(itemOf)
}

interface Row {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly step: string | null
  readonly fields: unknown
}

const itemOf = ({ id, reference, state, step, fields }: Row): RegisterItem => ({
  id,
  reference,
  fields: {
    ...(typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? fields : {}),
    id,
    state: step ?? state,
  },
})
