import { doDuty, planDuties, tellLate } from '#areas/duties/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Chance } from '../random.ts'
import { DUTY_TEXTS, LATE_REASONS } from './duty-texts.ts'
import { at, atSchool, schoolDayAfter, whenSchoolWorks } from './times.ts'
import type { World } from './world.ts'
import { act, chanceOf } from './world.ts'

interface OpenDuty {
  readonly id: string
  readonly duty: string
  readonly title: string
  readonly dueAt: Temporal.Instant
  readonly startsAt: Temporal.Instant
  readonly owner: string | null
}

/** How a duty is met: most in time, some late, a few not at all. */
const IN_TIME = 0.93
const LATE = 0.985
const CLASS = 'class_teachers:'

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
    if (moment === null || one.owner === null) continue
    const actor: PersonActor = {
      kind: 'person',
      organisationId: world.system.organisationId,
      personId: one.owner,
      audience: 'staff',
    }
    world.agenda.plan(moment, () => done(world, actor, one, chance))
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

const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) > 0 ? a : b

async function done(world: World, actor: PersonActor, one: OpenDuty, chance: Chance): Promise<void> {
  const late = Temporal.Instant.compare(world.clock.now(), one.dueAt) > 0
  await act(world, actor, (tx, as) =>
    doDuty(tx, as, {
      dutyId: one.id,
      outcome: 'done',
      note: chance.pick(DUTY_TEXTS[one.duty] ?? ['Done.']),
      ...(late ? { reason: chance.pick(LATE_REASONS) } : {}),
    }),
  )
}

/** What is to be done before a moment, with somebody who has the post or teaches the class. */
async function readOpen(tx: Tx, until: Temporal.Instant): Promise<OpenDuty[]> {
  const rows = await tx
    .selectFrom('app.duty')
    .select(['id', 'duty', 'title', 'party', 'starts_at', 'due_at'])
    .where('state', '=', 'open')
    .where('starts_at', '<', until.toString())
    .where('duty', '!=', 'induction')
    .orderBy('due_at')
    .orderBy('duty')
    .orderBy('title')
    .execute()
  const holders = await tx
    .selectFrom('app.post_holder')
    .select(['post', 'person_id'])
    .where('until_on', 'is', null)
    .orderBy('from_on')
    .execute()
  const teachers = await tx
    .selectFrom('app.class_member')
    .select(['class_id', 'person_id'])
    .where('part', '=', 'teacher')
    .where('until_on', 'is', null)
    .execute()
  const owner = new Map([
    ...holders.map((one) => [one.post, one.person_id] as const),
    ...teachers.map((one) => [`${CLASS}${one.class_id}`, one.person_id] as const),
  ])
  return rows.map((row) => ({
    id: row.id,
    duty: row.duty,
    title: row.title,
    startsAt: Temporal.Instant.from(row.starts_at),
    dueAt: Temporal.Instant.from(row.due_at),
    owner: owner.get(row.party) ?? null,
  }))
}
