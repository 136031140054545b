import { sql } from 'kysely'
import type { ControlStanding, StandingSource } from '#areas/policy/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { lateChases } from './contacts/chases.ts'

/** Answers for records, the flows that run in them, and their steps: what the cases themselves show. Three queries in all. */
export const recordStandings: StandingSource = {
  kinds: ['record', 'flow', 'decision'],
  async standings(tx, _policy, refs) {
    const facts = await readFacts(tx)
    const now = nowIn(tx)
    return new Map(
      refs.flatMap((ref) => (ref.startsWith('record/concern') ? [] : [[ref, standingOf(ref, facts, now)] as const])),
    )
  },
}

interface Facts {
  readonly kinds: ReadonlyMap<string, { open: number; closed: number; last: string | null }>
  readonly late: ReadonlyMap<string, { count: number; since: string }>
  /** In how many records somebody outside should have been asked again. */
  readonly chases: ReadonlyMap<string, number>
  readonly nextDue: string | null
  /** How often each step was taken, and each chart entered, by reference. */
  readonly taken: ReadonlyMap<string, number>
}

async function readFacts(tx: Tx): Promise<Facts> {
  const organisationId = contextOf(tx).actor.organisationId
  const now = nowIn(tx).toString()
  const kinds = await tx
    .selectFrom('app.record')
    .select([
      'kind',
      sql<number>`count(*) filter (where state = 'open')::int`.as('open'),
      sql<number>`count(*) filter (where state = 'closed')::int`.as('closed'),
      sql<string | null>`max(opened_at)::text`.as('last'),
    ])
    .where('organisation_id', '=', organisationId)
    .groupBy('kind')
    .execute()
  const steps = await tx
    .selectFrom('app.record_step as s')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 's.organisation_id').onRef('r.id', '=', 's.record_id'),
    )
    .select([
      'r.kind',
      sql<number>`count(*) filter (where s.due_at < ${now}::timestamptz)::int`.as('late'),
      sql<string | null>`min(s.due_at) filter (where s.due_at < ${now}::timestamptz)::text`.as('since'),
      sql<string | null>`min(s.due_at) filter (where s.due_at >= ${now}::timestamptz)::text`.as('next'),
    ])
    .where('s.organisation_id', '=', organisationId)
    .groupBy('r.kind')
    .execute()
  const { rows: taken } = await sql<{ chart: string; step: string; count: number }>`
    select event ->> 'chart' as chart, event ->> 'stepId' as step, count(*)::int as count from app.record_event
     where organisation_id = ${organisationId} and seq > 0 and event ? 'stepId' group by 1, 2`.execute(tx)
  const byRef = new Map<string, number>()
  for (const row of taken) {
    byRef.set(`${row.chart}#${row.step}`, row.count)
    byRef.set(row.chart, (byRef.get(row.chart) ?? 0) + row.count)
  }
  return {
    kinds: new Map(kinds.map((row) => [row.kind, row])),
    late: new Map(
      steps.flatMap((row) =>
        row.late > 0 && row.since !== null ? [[row.kind, { count: row.late, since: row.since }] as const] : [],
      ),
    ),
    chases: await lateChases(
      tx,
      nowIn(tx)
        .toZonedDateTimeISO((await readSettings(tx)).zone)
        .toPlainDate(),
    ),
    nextDue: steps.flatMap((row) => row.next ?? []).sort()[0] ?? null,
    taken: byRef,
  }
}

function standingOf(ref: string, facts: Facts, now: Temporal.Instant): ControlStanding {
  const [whole = '', part] = ref.split('#')
  const changesAt = facts.nextDue === null ? {} : { changesAt: Temporal.Instant.from(facts.nextDue) }
  if (whole.startsWith('record/')) return { ...recordStanding(whole.slice('record/'.length), facts), ...changesAt }
  if (whole.startsWith('decision/')) return { state: 'none', proof: null, says: 'Nobody has been asked to decide yet.' }
  const times = facts.taken.get(part === undefined ? whole : `${whole}#${part}`) ?? 0
  if (times === 0) return { state: 'none', proof: null, says: 'No case has come this way yet.' }
  // A step that the chart demands cannot be skipped: what the record proves, the engine has enforced.
  return {
    state: 'kept',
    proof: 'enforced',
    says: `Taken ${times === 1 ? 'once' : `${times} times`}; a case cannot go round it.`,
    since: now,
  }
}

function recordStanding(kind: string, facts: Facts): ControlStanding {
  const known = facts.kinds.get(kind)
  const late = facts.late.get(kind)
  if (known === undefined) return { state: 'none', proof: null, says: 'None has been recorded yet.' }
  if (late !== undefined)
    return {
      state: 'late',
      proof: null,
      says: `In ${late.count === 1 ? 'one open case a step is' : `${late.count} open cases steps are`} past the date.`,
      since: Temporal.Instant.from(late.since),
    }
  const chases = facts.chases.get(kind) ?? 0
  if (chases > 0)
    return {
      state: 'late',
      proof: null,
      says: `In ${chases === 1 ? 'one case' : `${chases} cases`} somebody outside has not answered and was not asked again on the day.`,
    }
  const counts = { open: known.open, closed: known.closed }
  return { state: 'kept', proof: 'proved', says: `${known.closed} closed and ${known.open} open, all in time.`, counts }
}
