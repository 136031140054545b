import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dueWith } from '../../time/due.ts'
import { dueInCase } from '../../time/due-in-case.ts'
import { nextOccurrences, type Occurrence, occurrenceAt } from '../../time/occurrences.ts'
import { timeOf } from '../../time/read.ts'
import type { CalendarDuty, Duty } from '../../types/duty.ts'
import type { Pack } from '../../types/pack.ts'
import type { Who } from '../../types/who.ts'
import type { Verdict } from '../judge.ts'
import { dutyIn } from '../measures/check-duty.ts'

/** One thing that somebody has to do by a time. */
export interface DueDuty {
  readonly duty: `duty/${string}`
  /** The same for the same instance, however often it is computed: the duty, its occasion and what it is for. */
  readonly key: string
  /** A class, person, school … for `for_each`; null for the whole school. */
  readonly subject: string | null
  readonly owner: Who
  readonly from: string
  /** Null while the school has not put a number to the policy's word: then it is open and never late. */
  readonly due: string | null
  readonly inferred: boolean
}

/** Something that happened, as a pack names it (`person.left`, `record/incident#opened`). */
export interface Happened {
  readonly event: string
  /** Names the happening, so that the same one makes a duty once. */
  readonly id: string
  readonly at: string
  readonly subjects: readonly (string | null)[]
}

/**
 * The duties that an event makes. `judge` decides `when` and `unless`; unknown makes the duty. `fields` are those of the
 * record that it happened in: a limit may go by one of its dates.
 */
export function dutiesFrom(
  pack: Pack,
  happened: Happened,
  calendar: SchoolCalendar,
  judge: (expression: string) => Verdict,
  fields: Readonly<Record<string, unknown>> = {},
): DueDuty[] {
  return dutiesOf(pack).flatMap(([duty, { id }]) => {
    if (!('on' in duty) || duty.on !== happened.event) return []
    if (duty.when !== undefined && judge(duty.when) === 'no') return []
    // Released only when it is certain: an `unless` that cannot be decided is not met.
    if (duty.unless !== undefined && judge(duty.unless) === 'yes') return []
    const due = dueInCase(duty.within, Temporal.Instant.from(happened.at), fields, calendar)
    return happened.subjects.map((subject) => ({
      duty: `duty/${id}` as const,
      key: keyOf(id, happened.id, subject),
      subject,
      owner: duty.owner,
      from: happened.at,
      due: due?.at.toString() ?? null,
      inferred: due?.inferred ?? false,
    }))
  })
}

/** The duties that begin at a date of a record, such as `record/loan#due_back`. */
export function dutiesFromDate(
  pack: Pack,
  date: Happened,
  calendar: SchoolCalendar,
  fields: Readonly<Record<string, unknown>> = {},
): DueDuty[] {
  return dutiesOf(pack).flatMap(([duty, { id }]) => {
    if (!('from' in duty) || duty.from !== date.event) return []
    const at = Temporal.Instant.from(date.at)
    const due = duty.within === undefined ? { at, inferred: false } : dueInCase(duty.within, at, fields, calendar)
    return date.subjects.map((subject) => ({
      duty: `duty/${id}` as const,
      key: keyOf(id, date.id, subject),
      subject,
      owner: duty.owner,
      from: date.at,
      due: due?.at.toString() ?? null,
      inferred: due?.inferred ?? false,
    }))
  })
}

/** What a calendar duty is counted for, and from when. */
export interface Rounds {
  /** One for each class, person … of `for_each`; `[null]` for the whole school. */
  readonly subjects: readonly (string | null)[]
  /** The school began to keep the policy then; for what is counted on (`2 weeks`), when it was last done. */
  readonly since: string
  readonly until: string
}

/** The instances of a calendar duty that begin between two moments, and the one that was running at the first. */
export function roundsOf(
  pack: Pack,
  ref: `duty/${string}`,
  { subjects, since, until }: Rounds,
  calendar: SchoolCalendar,
): DueDuty[] {
  const id = ref.slice('duty/'.length)
  const duty = dutyIn(pack, id)
  if (duty === undefined || !('every' in duty)) return []
  const every = timeOf(duty.every)
  const start = Temporal.Instant.from(since)
  const running = occurrenceAt(every, start, calendar)
  const next = nextOccurrences(every, start, calendar, { until: Temporal.Instant.from(until) })
  const rounds = running === null || next[0]?.key === running.key ? next : [running, ...next]
  return rounds.flatMap((round) => {
    const due = dueIn(duty, round, calendar)
    // Its time had passed before the school began: nobody could have done it.
    if (Temporal.Instant.compare(due.at, start) < 0) return []
    return subjects.map((subject) => ({
      duty: ref,
      key: keyOf(id, round.key, subject),
      subject,
      owner: duty.owner,
      from: later(round.starts, start).toString(),
      due: due.at.toString(),
      inferred: due.inferred,
    }))
  })
}

function dueIn(duty: CalendarDuty, round: Occurrence, calendar: SchoolCalendar) {
  if (duty.due === undefined) return { at: round.due, inferred: round.inferred }
  const due = dueWith(timeOf(duty.due), round.starts, calendar)
  return due === null ? { at: round.due, inferred: true } : { at: due.at, inferred: due.inferred || round.inferred }
}

const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b

const dutiesOf = (pack: Pack): [Duty, { id: string }][] =>
  Object.entries(pack.duties).map(([id, duty]) => [duty, { id }])

const keyOf = (id: string, occasion: string, subject: string | null): string =>
  [`duty/${id}`, occasion, ...(subject === null ? [] : [subject])].join('|')
