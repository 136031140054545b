import { audienceContext } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf, endOfDay, termOf } from '#core/calendar/school-calendar.ts'
import { inParty } from '#pack/engines/audience/in-party.ts'
import type { DueDuty } from '#pack/engines/duties/duty-due.ts'
import { roundsOf } from '#pack/engines/duties/duty-due.ts'
import { isAboveSchools, levelOfDuty } from '#pack/engines/duties/level.ts'
import { isByPerson, registerOf } from '#pack/engines/duties/register.ts'
import { shownAt } from '#pack/engines/duties/spread.ts'
import type { RegisterItem } from '#pack/engines/duties/subjects.ts'
import { heldSubjects, isForClass } from '#pack/engines/duties/subjects.ts'
import { dutiesIn } from '#pack/engines/measures/check-duty.ts'
import { occurrenceAt } from '#pack/time/occurrences.ts'
import { timeOf } from '#pack/time/read.ts'
import type { CalendarDuty } from '#pack/types/duty.ts'
import type { Pack } from '#pack/types/pack.ts'
import { occasionIn, writeKey } from '../key.ts'
import { appointedIn, ofPerson, partiesIn, teachersOfClass } from '../owners.ts'
import type { Planned } from './planned.ts'
import type { SchoolSubjects } from './subjects.ts'

const WEEKS_AHEAD = 8

/** How far ahead duties are written down: to the end of this term, and eight weeks at least. */
function horizonOf(calendar: SchoolCalendar, now: Temporal.Instant): Temporal.Instant {
  const ahead = now.toZonedDateTimeISO(calendar.zone).add({ weeks: WEEKS_AHEAD }).toInstant()
  const term = termOf(calendar, dayOf(calendar, now))
  if (term === null) return ahead
  const end = endOfDay(calendar, term.end)
  return Temporal.Instant.compare(end, ahead) > 0 ? end : ahead
}

/** What is known when the rounds of a school are planned. */
export interface Rounds {
  readonly policy: PolicyInForce
  readonly calendar: SchoolCalendar
  readonly now: Temporal.Instant
  /** When the school began to keep the policy. */
  readonly beginning: Temporal.Instant
  /** The last occurrence that is written, by duty and subject, and of each duty altogether. */
  readonly last: ReadonlyMap<string, { readonly startsAt: Temporal.Instant; readonly dueAt: Temporal.Instant }>
  /** From 0 up to 1: on which day a check falls that nobody must foresee. */
  readonly chance: () => number
  readonly items: RegisterItems
}

/** The open entries of a register at a school. */
export type RegisterItems = (record: string, schoolId: string | null) => readonly RegisterItem[]

/** The rounds of every calendar duty and of every check of a measure at one school, or of what is done once for all, from the last one written to the horizon. */
export function calendarDuties(rounds: Rounds, school: SchoolSubjects): Planned[] {
  const { pack } = rounds.policy
  return dutiesIn(pack).flatMap(([id, duty]) =>
    'every' in duty
      ? subjectsOf(pack, duty, school, rounds.items).flatMap((subject) => planFor(rounds, school, id, duty, subject))
      : [],
  )
}

/** What a duty is done for: a school, a class, or a person who does it for themselves. */
interface Subject {
  readonly id: string
  readonly name: string | null
  readonly person?: string
}

/** What every calendar duty is done for at one school today, as `<duty> <subject>`; what is planned for others is no longer asked. */
export const subjectsAt = (pack: Pack, school: SchoolSubjects, items: RegisterItems): string[] =>
  dutiesIn(pack).flatMap(([id, duty]) =>
    'every' in duty ? subjectsOf(pack, duty, school, items).map((subject) => `${id} ${subject.id}`) : [],
  )

function subjectsOf(pack: Pack, duty: CalendarDuty, school: SchoolSubjects, items: RegisterItems): Subject[] {
  const level = levelOfDuty(pack, duty)
  // What is done above the schools is done once for all of them, and nothing else is.
  if (isAboveSchools(pack, level) !== (school.schoolId === null)) return []
  if (duty.for_each === 'class') return school.classes.filter((one) => isForClass(pack, duty, one.facts))
  if (isByPerson(duty.for_each)) return peopleOf(pack, duty, school, items)
  if (level === 'site' && school.sites.length > 0) return [...school.sites]
  // A duty for each account or device comes from events: nobody knows by the calendar whose it is.
  return duty.for_each === undefined || duty.for_each === 'school' || duty.for_each === 'site'
    ? [{ id: school.id, name: null }]
    : []
}

/** Those who do it for themselves: holders of its post, people of an audience, or those whom a register names. */
function peopleOf(pack: Pack, duty: CalendarDuty, school: SchoolSubjects, items: RegisterItems): Subject[] {
  const register = registerOf(duty.for_each)
  if (register !== null)
    return heldSubjects(pack, duty, items(register.record, school.schoolId)).map(({ id, person, reference }) => ({
      id,
      name: reference,
      person,
    }))
  if (duty.for_each === 'holder')
    return partiesIn(duty.owner).flatMap((post) =>
      (school.holders.get(post) ?? []).map((person) => ({ id: person, name: null, person })),
    )
  const context = audienceContext(pack)
  const { for: party } = duty
  return school.people
    .filter((one) => party !== undefined && inParty(pack, party, one, school.today, context).verdict === 'yes')
    .map(({ id }) => ({ id, name: null, person: id }))
}

function planFor(rounds: Rounds, school: SchoolSubjects, id: string, duty: CalendarDuty, subject: Subject): Planned[] {
  const { policy, calendar, now, beginning, last } = rounds
  // A duty of one school that became one of all goes on from its last round, wherever that was.
  const before = last.get(`${id} ${subject.id}`) ?? (school.schoolId === null ? last.get(id) : undefined)
  // What is counted on ("every 2 weeks") goes on from its last date; the rest follows the calendar.
  const isCounted = occurrenceAt(timeOf(duty.every), now, calendar) === null
  const since = before === undefined ? beginning : isCounted ? before.dueAt : before.startsAt
  const until = horizonOf(calendar, now).toString()
  const found = roundsOf(
    policy.pack,
    `duty/${id}`,
    { subjects: [subject.id], since: since.toString(), until },
    calendar,
  )
  let from = since.toString()
  return found.flatMap((one) => {
    if (one.due === null) return []
    const starts: DueDuty = isCounted ? { ...one, from } : one
    from = one.due
    return rowsOf(rounds, school, id, duty, subject, starts, Temporal.Instant.from(one.due))
  })
}

function rowsOf(
  { policy: { pack }, calendar, chance }: Rounds,
  school: SchoolSubjects,
  id: string,
  duty: CalendarDuty,
  subject: Subject,
  due: DueDuty,
  dueAt: Temporal.Instant,
): Planned[] {
  const says = textOf(duty.says)
  const startsAt = Temporal.Instant.from(duty.spread === 'random' ? shownAt(due, chance(), calendar) : due.from)
  const owners =
    subject.person === undefined
      ? appointedIn(pack, duty.owner, (post) => school.held.has(post))
      : [ofPerson(subject.person)]
  return owners.map((owner, index) => ({
    duty: id,
    key: writeKey({
      occasion: index === 0 ? occasionIn(due.key) : `${occasionIn(due.key)}:${owner}`,
      subject: subject.id,
    }),
    title: subject.name === null ? says : `${says}: ${subject.name}`,
    party: owner === 'class_teachers' ? teachersOfClass(subject.id) : owner,
    schoolId: school.schoolId,
    recordId: null,
    startsAt,
    dueAt,
  }))
}
