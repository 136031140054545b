import { sql } from 'kysely'
import { readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyAt, policyInForce, readSettings, refreshSoon } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { readBeginning } from '../plan/beginning.ts'
import type { Rounds } from '../plan/calendar-duties.ts'
import { calendarDuties, subjectsAt } from '../plan/calendar-duties.ts'
import { planEvent } from '../plan/event-duties.ts'
import { peopleEvents } from '../plan/people-events.ts'
import type { Planned } from '../plan/planned.ts'
import { readItems } from '../plan/register-items.ts'
import type { SchoolSubjects } from '../plan/subjects.ts'
import { readSubjects } from '../plan/subjects.ts'
import { writePlanned } from '../plan/write-planned.ts'
import { dropDuties } from './drop-duties.ts'
import { settleByProof } from './settle-by-proof.ts'

/** What a planning changed. */
export interface PlanOutcome {
  readonly made: number
  /** Done because what proves them was there. */
  readonly settled: number
}

/**
 * Writes down the duties that the policy asks for: those of the calendar up to the end of this term or eight weeks ahead,
 * and those that people cause who join, leave or take a post. Twice makes nothing new. Run as the system.
 */
export async function planDuties(
  tx: Tx,
  _system: SystemActor,
  chance: () => number = Math.random,
): Promise<PlanOutcome> {
  const policy = await policyInForce(tx)
  const now = nowIn(tx)
  const { zone } = await readSettings(tx)
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const beginning = await readBeginning(tx, zone)
  const last = await readLast(tx)
  const planned: Planned[] = []
  const { schools, whole } = await readSubjects(tx, today)
  const items = await readItems(tx, policy)
  const known = { now, beginning, last, chance, items }
  const asked = new Set(subjectsAt(policy.pack, whole, items))
  for (const school of schools) {
    const own = await policyAt(tx, policy, school.schoolId)
    planned.push(...(await planSchool(tx, own, school, known)))
    for (const one of subjectsAt(own.pack, school, items)) asked.add(one)
  }
  const [first] = schools
  if (first !== undefined)
    planned.push(...calendarDuties({ policy, calendar: await readCalendar(tx, first.schoolId), ...known }, whole))
  const made = await writePlanned(tx, policy, planned)
  const dropped = await dropDuties(tx, policy, asked, today)
  const settled = await settleByProof(tx, today)
  if (made > 0)
    recordEvent(tx, { code: 'duty.planned', policyVersionId: policy.id, details: { made, until: today.toString() } })
  if (made + dropped + settled > 0) await refreshSoon(tx)
  return { made, settled }
}

async function planSchool(
  tx: Tx,
  policy: PolicyInForce,
  school: SchoolSubjects & { readonly schoolId: string },
  known: Pick<Rounds, 'now' | 'beginning' | 'last' | 'chance' | 'items'>,
): Promise<Planned[]> {
  const calendar = await readCalendar(tx, school.schoolId)
  const planned = calendarDuties({ policy, calendar, ...known }, school)
  for (const happened of await peopleEvents(tx, school.schoolId, known.beginning, known.now, calendar))
    planned.push(...(await planEvent(tx, policy, happened)))
  return planned
}

type Round = Rounds['last'] extends ReadonlyMap<string, infer R> ? R : never

async function readLast(tx: Tx): Promise<Rounds['last']> {
  const subject = sql<string>`split_part(key, '|', 2)`
  const rows = await tx
    .selectFrom('app.duty')
    .select((eb) => ['duty', subject.as('subject'), eb.fn.max('starts_at').as('starts'), eb.fn.max('due_at').as('due')])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .groupBy(['duty', subject])
    .execute()
  const last = new Map<string, Round>()
  for (const row of rows) {
    const round = { startsAt: Temporal.Instant.from(row.starts), dueAt: Temporal.Instant.from(row.due) }
    last.set(`${row.duty} ${row.subject}`, round)
    const known = last.get(row.duty)
    if (known === undefined || Temporal.Instant.compare(known.dueAt, round.dueAt) < 0) last.set(row.duty, round)
  }
  return last
}
