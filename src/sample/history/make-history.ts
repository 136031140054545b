import { receiptKey } from '#areas/concerns/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import type { SetClock } from '#core/clock.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Database } from '#platform/database/database.ts'
import type { Parts } from '#platform/parts.ts'
import type { Sample } from '../types.ts'
import { Agenda } from './agenda.ts'
import { planAgreements } from './agreements.ts'
import { planCase } from './cases.ts'
import { planComplaints } from './complaints.ts'
import { planConcern } from './concerns.ts'
import { ADULT_CONCERNS } from './concerns-grown.ts'
import { CALLED_AND_JOINED } from './concerns-joined.ts'
import { NAMELESS_CONCERNS } from './concerns-nameless.ts'
import { PUPIL_CONCERNS } from './concerns-young.ts'
import { planDutyYears } from './duties.ts'
import { planMoments } from './moments.ts'
import { importYear } from './people.ts'
import type { QueuedJobs } from './queued-jobs.ts'
import { REGISTER_ENTRIES } from './registers/entries.ts'
import { planRegisters } from './registers/plan-registers.ts'
import { planReviews } from './reviews.ts'
import { CHILDREN_STORIES } from './stories-children.ts'
import { ILLEGAL_STORIES } from './stories-illegal.ts'
import { SCHOOL_STORIES } from './stories-school.ts'
import { STAFF_STORIES } from './stories-staff.ts'
import { planSupport } from './support-given.ts'
import type { HistoryOptions, World } from './world.ts'

/** What the history is made with. */
export interface HistoryGround {
  readonly db: Database
  readonly clock: SetClock
  readonly jobs: QueuedJobs
  readonly system: SystemActor
  readonly sample: Sample
  readonly pack: Pack
  readonly parts: Parts
  readonly now: Temporal.Instant
  readonly log: (line: string) => void
  readonly options?: HistoryOptions
}

/** Lets the school years up to now happen, in order of time, each command as whoever gives it. */
export async function makeHistory(ground: HistoryGround): Promise<{ receipt: string | null }> {
  const { now, clock, jobs, sample, db, system } = ground
  const agenda = new Agenda()
  const begun = sample.schoolYears.filter(
    (year) => Temporal.Instant.compare(Temporal.Instant.from(`${year}-09-01T06:00:00Z`), now) <= 0,
  )
  const world: World = {
    ...ground,
    agenda,
    schoolId: '',
    options: ground.options ?? {},
    receiptKey: receiptKey(ground.parts.keys),
    people: new Map(),
    calendar: calendarOf(sample),
    begins: Temporal.Instant.from(`${begun[0] ?? 2024}-09-05T07:00:00Z`),
    concernOf: new Map(),
    told: new Map(),
    cases: new Map(),
    receipt: null,
  }
  for (const year of begun)
    agenda.plan(Temporal.Instant.from(`${year}-09-01T06:00:00Z`), async () => {
      world.log(`Making the sample school: the people of ${year}/${(year + 1) % 100}`)
      const { schoolId, people } = await db.inTx(system, (tx) => importYear(tx, system, sample, year))
      Object.assign(world, { schoolId, people })
      await planAgreements(world, year)
    })
  planReviews(world, begun)
  planDutyYears(world)
  for (const story of [...PUPIL_CONCERNS, ...ADULT_CONCERNS, ...NAMELESS_CONCERNS, ...CALLED_AND_JOINED])
    planConcern(world, story)
  for (const story of [...ILLEGAL_STORIES, ...CHILDREN_STORIES, ...STAFF_STORIES, ...SCHOOL_STORIES])
    planCase(world, story)
  planMoments(world)
  planSupport(world)
  planComplaints(world)
  planRegisters(world, REGISTER_ENTRIES)
  await agenda.runUntil(now, async (moment) => {
    await jobs.runDue(moment, clock)
    clock.set(moment)
  })
  await jobs.runDue(now, clock)
  clock.set(now)
  return { receipt: world.receipt }
}

const calendarOf = ({ terms }: Sample) =>
  schoolCalendar({
    terms: terms.map((term) => ({ name: term.title, start: term.startsOn, end: term.endsOn })),
    closed: terms.flatMap((term) => term.daysOff),
  })
