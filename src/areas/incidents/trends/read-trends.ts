import { sql } from 'kysely'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import type { Third } from '#core/calendar/thirds.ts'
import { thirdsIn, thirdsOf } from '#core/calendar/thirds.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowIn } from '#platform/database/tx.ts'
import { incidentKinds } from '../kinds.ts'
import type { CaseCount, CountedCases } from './count-cases.ts'
import { countCases } from './count-cases.ts'
import type { Dimension } from './dimensions.ts'
import { dimensionsOf } from './dimensions.ts'
import type { TrendTable } from './trend-table.ts'
import { smallTable, trendTable } from './trend-table.ts'
import type { TrendsQuery } from './trends-query.ts'

/** What the page of trends shows. */
export interface Trends {
  readonly dimensions: readonly Dimension[]
  readonly dimension: Dimension
  readonly kinds: readonly { readonly value: string; readonly text: string }[]
  readonly schools: readonly School[]
  readonly thirds: readonly Third[]
  readonly tables: readonly TrendTable[]
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  /** Small numbers are left out: the reader does not handle cases. */
  readonly small: boolean
}

interface School {
  readonly id: string
  readonly name: string
}

/**
 * What cases have in common over time. Whoever handles cases counts those that they may read; those who govern get the
 * numbers of their own schools, by thirds that are over, without what is small, each school by itself.
 * @throws Forbidden for everybody else.
 */
export async function readTrends(tx: Tx, query: TrendsQuery): Promise<Trends> {
  const policy = await policyInForce(tx)
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()
  const to = query.to === '' ? today : Temporal.PlainDate.from(query.to)
  const from = query.from === '' ? yearBefore(to) : Temporal.PlainDate.from(query.from)
  const handled = await handledSchools(tx)
  const schools = handled.length > 0 ? handled : await governedSchools(tx)
  if (schools.length === 0) throw new Forbidden('incident.trends')
  const small = handled.length === 0
  const dimensions = dimensionsOf(policy, small ? [] : schools).filter((one) => !(small && one.typed))
  const [first] = dimensions
  const dimension = dimensions.find((one) => one.id === query.by) ?? first
  if (dimension === undefined) throw new RangeError('nothing to count by')
  const thirds = small ? thirdsIn(from, to, today) : thirdsOf(from, to)
  const chosen = schools.filter((school) => query.school === '' || school.id === query.school)
  // A filter by kind would cut the numbers that are left out into parts.
  const kind = small || query.kind === '' ? null : query.kind
  const asked = { dimension, from, to, schools: chosen.map((one) => one.id), kind, zone }
  const tables = small
    ? await governedTables(tx, asked, chosen, { thirds, kinds: incidentKinds(policy) })
    : [trendTable(await countCases(tx, asked), thirds, dimension)]
  return { dimensions, dimension, kinds: incidentKinds(policy), schools, thirds, tables, from, to, small }
}

// Cases are closed to those who govern: the software counts, and sums alone come out.
async function governedTables(
  tx: Tx,
  asked: CountedCases,
  schools: readonly School[],
  { thirds, kinds }: Pick<Trends, 'thirds' | 'kinds'>,
) {
  const { own, byKind } = await asSystem(tx, async () => ({
    own: await countCases(tx, asked),
    byKind: await countCases(tx, { ...asked, dimension: { ...asked.dimension, of: 'kind' } }),
  }))
  return schools.map((school) => {
    const at = (counts: readonly CaseCount[]) => counts.filter((one) => one.schoolId === school.id)
    return smallTable({ own: at(own), byKind: at(byKind) }, kinds, thirds, asked.dimension, school.name)
  })
}

// Whole thirds, or a third would be counted in part: the school year before the day.
const yearBefore = (to: Temporal.PlainDate): Temporal.PlainDate => {
  const september = Temporal.PlainDate.from({ year: to.year, month: 9, day: 1 })
  return (Temporal.PlainDate.compare(september, to) > 0 ? september.subtract({ years: 1 }) : september).subtract({
    years: 1,
  })
}

async function handledSchools(tx: Tx): Promise<School[]> {
  const { rows } = await sql<School>`
    select s.id, s.name from app.school s
     where s.organisation_id = ${contextOf(tx).actor.organisationId}
       and 'incident:' || s.id = any (app.current_circles('all')) order by s.name, s.id`.execute(tx)
  return rows
}

async function governedSchools(tx: Tx): Promise<School[]> {
  const { actor } = contextOf(tx)
  if (actor.kind !== 'person') return []
  return tx
    .selectFrom('app.person_membership as m')
    .innerJoin('app.school as s', (join) =>
      join.onRef('s.organisation_id', '=', 'm.organisation_id').onRef('s.id', '=', 'm.school_id'),
    )
    .select(['s.id', 's.name'])
    .distinct()
    .where('m.organisation_id', '=', actor.organisationId)
    .where('m.person_id', '=', actor.personId)
    .where('m.kind', '=', 'governor')
    .where('m.until_on', 'is', null)
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
}
