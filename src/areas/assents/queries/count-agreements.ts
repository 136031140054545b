import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { OVER } from '../request.ts'

/** How many of one agreement stand how. `talk` have refused, `back` were taken back; `lapsed` were signed and have run out. */
export interface AssentCounts {
  readonly asked: number
  readonly signed: number
  readonly partly: number
  readonly late: number
  readonly lapsed: number
  readonly talk: number
  readonly back: number
  readonly lateSince: Temporal.Instant | null
  readonly nextDue: Temporal.Instant | null
  readonly nextLapse: Temporal.Instant | null
}

/** The counts of everything that is asked now, by agreement; one query. */
export async function countAgreements(tx: Tx): Promise<Map<string, AssentCounts>> {
  const now = sql`${nowText(tx)}::timestamptz`
  const open = sql`state in ('open', 'partly')`
  const rows = await tx
    .selectFrom('app.assent_request')
    .select([
      'assent',
      sql<number>`count(*)::int`.as('asked'),
      sql<number>`(count(*) filter (where state = 'signed' and (valid_until is null or valid_until >= ${now})))::int`.as(
        'signed',
      ),
      sql<number>`(count(*) filter (where state = 'partly'))::int`.as('partly'),
      sql<number>`(count(*) filter (where ${open} and due_at < ${now}))::int`.as('late'),
      sql<number>`(count(*) filter (where state = 'signed' and valid_until < ${now}))::int`.as('lapsed'),
      sql<number>`(count(*) filter (where state = 'refused'))::int`.as('talk'),
      sql<number>`(count(*) filter (where state = 'withdrawn'))::int`.as('back'),
      sql<string | null>`min(due_at) filter (where ${open} and due_at < ${now})`.as('late_since'),
      sql<string | null>`min(due_at) filter (where ${open} and due_at >= ${now})`.as('next_due'),
      sql<string | null>`min(valid_until) filter (where state = 'signed' and valid_until >= ${now})`.as('next_lapse'),
    ])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', 'not in', OVER)
    .groupBy('assent')
    .execute()
  return new Map(
    rows.map(({ assent, late_since, next_due, next_lapse, ...counts }) => [
      assent,
      { ...counts, lateSince: instant(late_since), nextDue: instant(next_due), nextLapse: instant(next_lapse) },
    ]),
  )
}

const instant = (text: string | null): Temporal.Instant | null => (text === null ? null : Temporal.Instant.from(text))
