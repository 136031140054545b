import { sql } from 'kysely'
import { doDuty, planDuties, settleMissed, tellLate } from '#areas/duties/index.ts'
import { checkMeasure } from '#areas/measures/index.ts'
import { readSchools } from '#areas/people/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import { Refused } from '#core/errors.ts'
import { measureOf } from '#pack/engines/measures/check-duty.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Chance } from '../random.ts'
import { DUTY_TEXTS, LATE_REASONS, MISSED_REASONS } from './duty-texts.ts'
import { MEASURE_TEXTS } from './measure-texts.ts'
import { at, atSchool, schoolDayAfter, whenSchoolWorks } from './times.ts'
import type { World } from './world.ts'
import { act, actorOf, chanceOf, personNamed } from './world.ts'

interface OpenDuty {
  readonly id: string
  readonly duty: string
  readonly title: string
  readonly party: string
  readonly dueAt: Temporal.Instant
  readonly startsAt: Temporal.Instant
}

/** How a duty is met: most in time, some late, a few not at all. */
const IN_TIME = 0.93
const LATE = 0.985

/** Plans the duties of every term and half term, and looks each week at what is to be done. */
export function planDutyYears(world: World): void {
  const seen = new Set<string>()
  const known = world.calendar.terms.filter(
    (term) => Temporal.Instant.compare(at(world.calendar, term.start, '08:00'), world.now) < 0,
  )
  if (world.options.share === undefined)
    for (const term of known)
      world.agenda.plan(at(world.calendar, schoolDayAfter(world.calendar, term.start, 0), '07:45'), async () => {
        const chance = chanceOf(`duties ${term.name}`)
        await world.db.inTx(world.system, (tx) => planDuties(tx, world.system, () => chance.next()))
      })
  const first = known[0]?.start ?? dayOf(world.calendar, world.now)
  for (
    let day = first;
    Temporal.PlainDate.compare(day, dayOf(world.calendar, world.now)) <= 0;
    day = day.add({ weeks: 1 })
  )
    world.agenda.plan(at(world.calendar, day, '07:55'), () => lookAt(world, seen))
  world.agenda.plan(world.now, async () => {
    await world.db.inTx(world.system, (tx) => tellLate(tx, world.system))
  })
}

/** The duties that begin before the next look get a moment at which they are done, or none. */
async function lookAt(world: World, seen: Set<string>): Promise<void> {
  const until = world.clock.now().add({ hours: 24 * 7 })
  for (const one of await world.db.inTx(world.system, (tx) => readOpen(tx, until))) {
    if (seen.has(one.id)) continue
    seen.add(one.id)
    const chance = chanceOf(`duty ${one.duty} ${one.title} ${one.dueAt.toString()}`)
    const moment = momentOf(world, one, chance)
    if (moment === null) planMissed(world, one, chance)
    else world.agenda.plan(moment, () => done(world, one, chance), { apart: true })
  }
}

function momentOf(world: World, one: OpenDuty, chance: Chance): Temporal.Instant | null {
  const draw = chance.next()
  const now = world.clock.now()
  const from = Temporal.Instant.compare(one.startsAt, now) > 0 ? one.startsAt : now
  if (draw < IN_TIME) {
    const room = Math.max(0, one.dueAt.epochMilliseconds - from.epochMilliseconds)
    const wished = from.add({ milliseconds: Math.floor(room * (0.1 + chance.next() * 0.8)) })
    const working = whenSchoolWorks(world.calendar, wished, chance)
    return Temporal.Instant.compare(working, one.dueAt) <= 0
      ? working
      : latest(from, one.dueAt.subtract({ minutes: 20 }))
  }
  if (draw >= LATE) return null
  const day = schoolDayAfter(world.calendar, dayOf(world.calendar, one.dueAt).add({ days: 1 }), chance.whole(0, 4))
  return atSchool(world.calendar, day, chance)
}

/** What nobody did is said to be missed, some weeks later; what is younger than that still waits. */
function planMissed(world: World, one: OpenDuty, chance: Chance): void {
  const day = schoolDayAfter(world.calendar, dayOf(world.calendar, one.dueAt).add({ days: 1 }), chance.whole(12, 30))
  const moment = atSchool(world.calendar, day, chance)
  if (Temporal.Instant.compare(moment, world.now) >= 0) return
  world.agenda.plan(moment, () => missed(world, one, chance), { apart: true })
}

async function missed(world: World, one: OpenDuty, chance: Chance): Promise<void> {
  const owner = (await ownersNow(world)).get(one.party)
  if (owner === undefined) return
  await act(world, actorOf(world, personNamed(world, owner)), (tx, actor) =>
    settleMissed(tx, actor, { dutyId: one.id, ids: [one.id], reason: chance.pick(MISSED_REASONS) }),
  ).catch((fault: unknown) => {
    // Its class has ended in the meantime.
    if (!(fault instanceof Refused && fault.code === 'duty.missed.none')) throw fault
  })
}

const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) > 0 ? a : b

async function done(world: World, one: OpenDuty, chance: Chance): Promise<void> {
  const owner = (await ownersNow(world)).get(one.party)
  // Nobody has the post: then it stays undone.
  if (owner === undefined) return
  const measure = measureOf(one.duty)
  if (measure !== null) return checked(world, owner, measure, chance)
  const late = Temporal.Instant.compare(world.clock.now(), one.dueAt) > 0
  await act(world, actorOf(world, personNamed(world, owner)), (tx, actor) =>
    doDuty(tx, actor, {
      dutyId: one.id,
      outcome: 'done',
      note: chance.pick(DUTY_TEXTS[one.duty] ?? ['Done.']),
      ...(late ? { reason: chance.pick(LATE_REASONS) } : {}),
    }),
  ).catch((fault: unknown) => {
    // Its class has ended in the meantime.
    if (!(fault instanceof Refused && fault.code === 'duty.settled')) throw fault
  })
}

const HOLDS = 0.95

/** The check of a measure: most hold, and a few do not. */
async function checked(world: World, owner: string, measure: string, chance: Chance): Promise<void> {
  const texts = MEASURE_TEXTS[measure]
  const { pack } = await world.db.inTx(world.system, policyInForce)
  const proof = pack.measures[measure]?.checked?.proof.find((kind) => kind !== 'connector')
  if (texts === undefined || proof === undefined) return
  const holds = chance.next() < HOLDS
  const schools = await world.db.inTx(world.system, readSchools)
  await act(world, actorOf(world, personNamed(world, owner)), (tx, actor) =>
    checkMeasure(tx, actor, {
      measure,
      schoolIds: schools.map((school) => school.id),
      holds,
      proof,
      said: holds ? chance.pick(texts.holds) : texts.fails,
      asSet: {},
    }),
  )
}

// Posts and classes change with the roster of a year and in between not at all.
const ownersOf = new WeakMap<World['people'], Promise<ReadonlyMap<string, string>>>()

function ownersNow(world: World): Promise<ReadonlyMap<string, string>> {
  const known = ownersOf.get(world.people) ?? world.db.inTx(world.system, (tx) => readOwners(tx, world.people))
  ownersOf.set(world.people, known)
  return known
}

/** Who has the duties of each party, by their number in the roster: the holder of the post, or a teacher of the class. */
async function readOwners(tx: Tx, people: World['people']): Promise<ReadonlyMap<string, string>> {
  const { organisationId } = contextOf(tx).actor
  const posts = await tx
    .selectFrom('app.post_holder')
    .select(['post as party', 'person_id'])
    .where('organisation_id', '=', organisationId)
    .where('until_on', 'is', null)
    .orderBy('from_on', 'desc')
    .orderBy('person_id', 'desc')
    .execute()
  const teachers = await tx
    .selectFrom('app.class_member')
    .select([sql<string>`'class_teachers:' || class_id`.as('party'), 'person_id'])
    .where('organisation_id', '=', organisationId)
    .where('part', '=', 'teacher')
    .where('until_on', 'is', null)
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const numbers = new Map([...people].map(([number, id]) => [id, number]))
  // The first of several comes last here, and stays.
  return new Map([...posts, ...teachers].map((row) => [row.party, numbers.get(row.person_id) ?? '']))
}

/** What is to be done before a moment. */
async function readOpen(tx: Tx, until: Temporal.Instant): Promise<OpenDuty[]> {
  const rows = await tx
    .selectFrom('app.duty')
    .select(['id', 'duty', 'title', 'party', 'starts_at', 'due_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '=', 'open')
    .where('starts_at', '<', until.toString())
    .where('duty', '!=', 'induction')
    .orderBy('due_at')
    .orderBy('duty')
    .orderBy('title')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    duty: row.duty,
    title: row.title,
    party: row.party,
    startsAt: Temporal.Instant.from(row.starts_at),
    dueAt: Temporal.Instant.from(row.due_at),
  }))
}
