import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import type { Period } from '../review/period.ts'

/** How many of something there were in a month, by what kind and at which school. */
export interface MonthCount {
  readonly schoolId: string
  readonly kind: string | null
  /** `2026-03`. */
  readonly month: string
  readonly count: number
}

/** Incidents by category and month. Those that were voided never were. Run as the system: only sums leave the review. */
export async function incidentCounts(tx: Tx, period: Period, zone: string): Promise<MonthCount[]> {
  return tx
    .selectFrom('app.record')
    .select([
      'school_id as schoolId',
      'category as kind',
      sql<string>`to_char(opened_at at time zone ${zone}, 'YYYY-MM')`.as('month'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('kind', '=', 'incident')
    .where('state', '<>', 'voided')
    .where('opened_at', '>=', startOf(period, zone))
    .where('opened_at', '<', endOf(period, zone))
    .groupBy(['school_id', 'category', 'month'])
    .execute()
}

/** Concerns by who told them and month. */
export async function concernCounts(tx: Tx, period: Period, zone: string): Promise<MonthCount[]> {
  return tx
    .selectFrom('app.concern')
    .select([
      'school_id as schoolId',
      'reporter_kind as kind',
      sql<string>`to_char(told_at at time zone ${zone}, 'YYYY-MM')`.as('month'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('told_at', '>=', startOf(period, zone))
    .where('told_at', '<', endOf(period, zone))
    .groupBy(['school_id', 'reporter_kind', 'month'])
    .execute()
}

/** What became of the duties that were due in the period. */
export interface DutyCount {
  readonly duty: string
  readonly inTime: number
  readonly late: number
  readonly missed: number
  /** Past their date, and not done to this day. */
  readonly open: number
}

/**
 * Duties of these schools, and of all schools together, that fell due in the period and are due by now. Those that a case
 * caused are not among them: their number would tell how many cases there were.
 */
export async function dutyCounts(
  tx: Tx,
  period: Period,
  zone: string,
  schoolIds: readonly string[],
): Promise<DutyCount[]> {
  return tx
    .selectFrom('app.duty')
    .select([
      'duty',
      sql<number>`(count(*) filter (where state = 'done' and done_at <= due_at))::int`.as('inTime'),
      sql<number>`(count(*) filter (where state = 'done' and done_at > due_at))::int`.as('late'),
      sql<number>`(count(*) filter (where state = 'missed'))::int`.as('missed'),
      sql<number>`(count(*) filter (where state = 'open'))::int`.as('open'),
    ])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '<>', 'not_needed')
    .where('record_id', 'is', null)
    .where('due_at', '>=', startOf(period, zone))
    .where('due_at', '<', endOf(period, zone))
    .where('due_at', '<', nowText(tx))
    .where((where) => where.or([where('school_id', 'is', null), where('school_id', 'in', [...schoolIds, NO_SCHOOL])]))
    .groupBy('duty')
    .orderBy('duty')
    .execute()
}

const NO_SCHOOL = '00000000-0000-0000-0000-000000000000'

/** Duties that a case caused, by what became of them and the month in which they were due. */
export async function caseDutyCounts(tx: Tx, period: Period, zone: string): Promise<MonthCount[]> {
  const rows = await tx
    .selectFrom('app.duty as d')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'd.organisation_id').onRef('r.id', '=', 'd.record_id'),
    )
    .select([
      'r.school_id as schoolId',
      sql<string>`case when d.state = 'missed' then 'missed' when d.state = 'open' then 'open'
                       when d.done_at <= d.due_at then 'in_time' else 'late' end`.as('became'),
      sql<string>`to_char(d.due_at at time zone ${zone}, 'YYYY-MM')`.as('month'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('d.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('d.state', '<>', 'not_needed')
    .where('d.due_at', '>=', startOf(period, zone))
    .where('d.due_at', '<', endOf(period, zone))
    .where('d.due_at', '<', nowText(tx))
    .groupBy(['r.school_id', 'became', 'month'])
    .execute()
  return rows.map(({ became, ...row }) => ({ ...row, kind: became }))
}

/** How the live askings of an agreement stand. */
export interface AgreementCount {
  readonly assent: string
  readonly signed: number
  readonly waiting: number
  readonly not: number
}

/** Every agreement that somebody has been asked for, as it stands now. */
export async function agreementCounts(tx: Tx, schoolIds: readonly string[]): Promise<AgreementCount[]> {
  return tx
    .selectFrom('app.assent_request')
    .select([
      'assent',
      sql<number>`(count(*) filter (where state = 'signed'))::int`.as('signed'),
      sql<number>`(count(*) filter (where state in ('open', 'partly')))::int`.as('waiting'),
      sql<number>`(count(*) filter (where state in ('refused', 'withdrawn')))::int`.as('not'),
    ])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', 'not in', ['ended', 'superseded'])
    .where('school_id', 'in', [...schoolIds, NO_SCHOOL])
    .groupBy('assent')
    .orderBy('assent')
    .execute()
}

const startOf = ({ from }: Period, zone: string): string => from.toZonedDateTime(zone).toInstant().toString()
const endOf = ({ to }: Period, zone: string): string => to.add({ days: 1 }).toZonedDateTime(zone).toInstant().toString()
