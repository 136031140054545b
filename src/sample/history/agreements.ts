import {
  issueAgreements,
  recordPaperSlip,
  refuseAgreement,
  sendReminders,
  signAgreement,
} from '#areas/assents/index.ts'
import { readGuardians } from '#areas/people/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Chance } from '../random.ts'
import type { SamplePerson } from '../types.ts'
import type { Habit } from './habits.ts'
import { drawHabit, firstDayOf } from './habits.ts'
import { REFUSALS } from './refusal-texts.ts'
import { at, atHome, atSchool, between, schoolDayAfter } from './times.ts'
import type { World } from './world.ts'
import { act, actorOf, chanceOf, holderOf } from './world.ts'

/** One asking with those who are to answer it. */
interface Asked {
  readonly id: string
  readonly assent: string
  readonly aboutId: string
  readonly signers: readonly string[]
}

// Everybody is asked on the same day, so the daily work has something to do only on the mornings after every fifth school day.
const REMINDER_DAYS = [6, 11, 16, 21, 26]

/** Asks a year's agreements on its first school day, and plans who answers when. */
export async function planAgreements(world: World, schoolYear: number): Promise<void> {
  const first = schoolDayAfter(world.calendar, Temporal.PlainDate.from(`${schoolYear}-09-01`), 0)
  world.agenda.plan(at(world.calendar, first, '07:30'), async () => {
    const about = peopleAsked(world)
    const { asked } = await world.db.inTx(world.system, (tx) => issueAgreements(tx, world.system, { about }))
    world.log(`Making the sample school: ${asked} agreements asked in September ${schoolYear}`)
    await planAnswers(world, schoolYear, first, await world.db.inTx(world.system, readAsked))
  })
  for (const count of REMINDER_DAYS)
    world.agenda.plan(at(world.calendar, schoolDayAfter(world.calendar, first, count), '07:00'), async () => {
      await world.db.inTx(world.system, (tx) => sendReminders(tx, world.system))
    })
}

/** Everybody; or, for a test that needs no more, every so manieth. */
function peopleAsked(world: World): string[] | undefined {
  const { share } = world.options
  if (share === undefined) return undefined
  const every = Math.round(1 / share)
  return [...world.people].toSorted().flatMap(([, id], index) => (index % every === 0 ? [id] : []))
}

async function readAsked(tx: Tx): Promise<Asked[]> {
  const rows = await tx
    .selectFrom('app.assent_request')
    .select(['id', 'assent', 'about_id'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
  const guardians = await readGuardians(tx)
  return rows.map((row) => {
    const adults = (guardians.get(row.about_id) ?? []).filter((one) => one.parentalResponsibility && one.until === null)
    const parents = adults.map((one) => one.person)
    const signers =
      row.assent === 'primary_rules' || row.assent === 'pupil_images'
        ? parents
        : row.assent === 'secondary_agreement'
          ? [...parents, row.about_id]
          : [row.about_id]
    return { id: row.id, assent: row.assent, aboutId: row.about_id, signers }
  })
}

async function planAnswers(
  world: World,
  schoolYear: number,
  first: Temporal.PlainDate,
  asked: readonly Asked[],
): Promise<void> {
  const known = new Map(world.sample.people.map((person) => [world.people.get(person.sourcedId), person]))
  const bySigner = new Map<string, Asked[]>()
  for (const one of asked)
    for (const signer of one.signers) bySigner.set(signer, [...(bySigner.get(signer) ?? []), one])
  const order = [...bySigner].flatMap(([id, own]) => {
    const person = known.get(id)
    return person === undefined ? [] : [{ person, own }]
  })
  // In the roster's order, so that ids, which differ from one making to the next, decide nothing.
  order.sort((a, b) => (a.person.sourcedId < b.person.sourcedId ? -1 : 1))
  for (const { person, own } of order) planSigner(world, schoolYear, first, person, sorted(own, known))
}

const sorted = (own: readonly Asked[], known: ReadonlyMap<string | undefined, SamplePerson>): Asked[] =>
  own.toSorted((a, b) => (keyOf(a, known) < keyOf(b, known) ? -1 : 1))

const keyOf = (one: Asked, known: ReadonlyMap<string | undefined, SamplePerson>): string =>
  `${known.get(one.aboutId)?.sourcedId ?? ''} ${one.assent}`

function planSigner(
  world: World,
  schoolYear: number,
  first: Temporal.PlainDate,
  person: SamplePerson,
  own: readonly Asked[],
): void {
  const chance = chanceOf(`agreements ${schoolYear} ${person.sourcedId}`)
  const habit = drawHabit(person, chance)
  if (habit === 'never') return
  const day = firstDayOf(world.calendar, habit, first, chance)
  if (habit === 'paper') planPaper(world, person, own, day, chance)
  else if (habit === 'talks_first') planTalk(world, person, own, day, chance)
  else signFrom(world, person, own, momentFor(world, person, habit, day, chance))
}

function momentFor(
  world: World,
  person: SamplePerson,
  habit: Habit,
  day: Temporal.PlainDate,
  chance: Chance,
): Temporal.Instant {
  if (person.kind === 'pupil' || habit === 'in_class') return between(world.calendar, day, '09:10', '15:00', chance)
  return person.kind === 'parent' || person.kind === 'governor'
    ? atHome(world.calendar, day, chance)
    : atSchool(world.calendar, day, chance)
}

/** One sitting: the agreements one after the other. */
function signFrom(world: World, person: SamplePerson, own: readonly Asked[], moment: Temporal.Instant): void {
  if (own.length > 0) world.agenda.plan(moment, () => sign(world, person, own), { apart: true })
}

async function sign(world: World, person: SamplePerson, own: readonly Asked[]): Promise<void> {
  await act(world, actorOf(world, person), async (tx, actor) => {
    for (const one of own)
      await signAgreement(tx, actor, {
        requestId: one.id,
        typedName: nameOf(person),
        way: person.kind === 'pupil' && allows(world, one, 'class') ? 'class' : 'screen',
        ...consentTo(world, one, person),
        ...(one.assent === 'adult_code' ? { fields: { job_title: jobOf(person) } } : {}),
      })
  })
}

// Most say yes to every use; some keep their child, or themselves, out of the press and off the web.
const NO_TO: readonly (readonly string[])[] = [
  [],
  [],
  [],
  [],
  [],
  [],
  ['media'],
  ['media', 'website'],
  ['media', 'external'],
]

function consentTo(world: World, one: Asked, person: SamplePerson): { answers?: Record<string, boolean> } {
  const assent = world.pack.assents[one.assent]
  if (assent?.basis !== 'consent') return {}
  const no = chanceOf(`consent ${person.sourcedId} ${one.assent}`).pick(NO_TO)
  return { answers: Object.fromEntries(assent.items.map(({ id }) => [id, !no.includes(id)])) }
}

/** The office sees the slip some days after it was signed. */
function planPaper(
  world: World,
  person: SamplePerson,
  own: readonly Asked[],
  day: Temporal.PlainDate,
  chance: Chance,
): void {
  const seen = schoolDayAfter(world.calendar, day, chance.whole(1, 3))
  let moment = between(world.calendar, seen, '08:40', '15:30', chance)
  for (const one of own) {
    world.agenda.plan(moment, async () => {
      const clerk = holderOf(world, 'school_office', seen)
      if (clerk.sourcedId === person.sourcedId || !allows(world, one, 'paper')) return sign(world, person, [one])
      await act(world, actorOf(world, clerk), (tx, actor) =>
        recordPaperSlip(tx, actor, {
          requestId: one.id,
          signerId: actorOf(world, person).personId,
          signedOn: day,
          ...(one.assent === 'adult_code' ? { fields: { job_title: jobOf(person) } } : {}),
        }),
      )
    })
    moment = moment.add({ seconds: chance.whole(40, 120) })
  }
}

/** "No, I want to talk to somebody first": and, after the talk, nearly always a signature. */
function planTalk(
  world: World,
  person: SamplePerson,
  own: readonly Asked[],
  day: Temporal.PlainDate,
  chance: Chance,
): void {
  const moment = momentFor(world, person, 'talks_first', day, chance)
  const [doubtful, ...others] = own
  if (doubtful === undefined) return
  const reason = chance.pick(
    REFUSALS[person.kind === 'pupil' ? 'pupil' : person.kind === 'parent' ? 'parent' : 'adult'],
  )
  world.agenda.plan(moment, async () => {
    await act(world, actorOf(world, person), (tx, actor) =>
      refuseAgreement(tx, actor, { requestId: doubtful.id, reason }),
    )
  })
  signFrom(world, person, others, moment.add({ seconds: 200 }))
  if (chance.happens(0.2)) return
  const later = schoolDayAfter(world.calendar, day, chance.whole(3, 12))
  signFrom(world, person, [doubtful], momentFor(world, person, 'talks_first', later, chance))
}

const allows = (world: World, one: Asked, way: 'paper' | 'class'): boolean =>
  world.pack.assents[one.assent]?.ways.includes(way) === true

const nameOf = (person: SamplePerson): string => `${person.givenName} ${person.familyName}`.trim()

const JOBS: Readonly<Record<string, string>> = {
  teacher: 'Teacher',
  aide: 'Teaching assistant',
  administrator: 'Support staff',
  principal: 'Head',
  'ext:governor': 'Governor',
  'ext:visitor': 'Visiting professional',
  'ext:volunteer': 'Volunteer',
}
const jobOf = (person: SamplePerson): string => JOBS[person.role] ?? 'Member of staff'
