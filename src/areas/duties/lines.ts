import type { ReviewLine } from '#areas/approval/index.ts'
import { addressesOf } from '#areas/records/index.ts'
import { CASE_DUTY } from './case-duty.ts'
import { personOfParty, sayParty } from './owners.ts'
import { paths } from './paths.ts'
import type { MyStep } from './queries/my-cases.ts'
import type { DutyRow } from './queries/read-duties.ts'
import type { When } from './say.ts'
import { sayDayOf, sayWhen, whenOf } from './say.ts'

/** One line of "my duties", ready to be drawn. */
export interface DutyLine {
  readonly when: When
  readonly state: 'late' | 'due'
  readonly what: string
  readonly href: string
  readonly says: string
  readonly why: string
  readonly clause: string | null
  readonly dueAt: Temporal.Instant | null
}

/** What is known beside the duties themselves. */
export interface Beside {
  /** When each was last done, by `<duty> <subject>`. */
  readonly lastDone: ReadonlyMap<string, Temporal.Instant>
  /** When somebody was told that it is late, by its id. */
  readonly told: ReadonlyMap<string, Temporal.Instant>
  readonly names: ReadonlyMap<string, string>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** A duty that was missed more than once, as one: the last time, how often, and since when. */
export interface Missed {
  readonly row: DutyRow
  readonly times: number
  readonly since: Temporal.Instant
}

/** Puts the times that one duty is late for the same subject together; what is not late stays by itself. */
export function putTogether(rows: readonly DutyRow[], now: Temporal.Instant): Missed[] {
  const isLate = (row: DutyRow) => Temporal.Instant.compare(row.dueAt, now) < 0
  const groups = Map.groupBy(rows, (row) => (isLate(row) ? `${row.duty} ${row.subject} ${row.party}` : row.id))
  return [...groups.values()].flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)]
    return first === undefined || last === undefined ? [] : [{ row: last, times: group.length, since: first.dueAt }]
  })
}

/** A duty as a line. */
export function dutyLine({ row, times, since }: Missed, beside: Beside): DutyLine {
  const when = whenOf(row.dueAt, beside.now, beside.zone)
  return {
    when,
    state: when === 'late' ? 'late' : 'due',
    what: row.title,
    // Several rounds of it are settled together, or the last one is done from there.
    href: times === 1 ? paths.show.to(row.id) : paths.missed.to(row.id),
    says: sayWhen(row.dueAt, beside.now, beside.zone),
    why:
      times === 1
        ? whyOf(row, beside)
        : `${times} times late, the first since ${sayDayOf(since, beside.now, beside.zone)}`,
    clause: row.asks?.clauses[0] ?? null,
    dueAt: row.dueAt,
  }
}

/** The review of the policy as a line, for those who keep it. */
export function reviewDutyLine(review: ReviewLine, { now, zone }: Beside): DutyLine {
  const dueAt = review.dueOn.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).toInstant().subtract({ seconds: 1 })
  const when = whenOf(dueAt, now, zone)
  return {
    when,
    state: when === 'late' ? 'late' : 'due',
    what: 'Review the policy',
    href: review.href,
    says: sayWhen(dueAt, now, zone),
    why: review.why,
    clause: null,
    dueAt,
  }
}

/** A step of a case as a line. */
export function stepLine(step: MyStep, { now, zone }: Beside): DutyLine {
  const when = whenOf(step.dueAt, now, zone)
  return {
    when,
    state: when === 'late' ? 'late' : 'due',
    what: `Next step of ${step.reference}: ${step.title}`,
    href: addressesOf(step.kind).step.to(step.recordId, step.key),
    says: sayWhen(step.dueAt, now, zone),
    why: `Case: ${step.caseTitle}`,
    clause: null,
    dueAt: step.dueAt,
  }
}

function whyOf(row: DutyRow, { lastDone, told, names, now, zone }: Beside): string {
  const toldAt = told.get(row.id)
  const notified = row.asks?.late.find((step) => step.notify !== undefined)?.notify
  if (toldAt !== undefined && typeof notified === 'string')
    return `${sayParty(row.pack, notified.replace('party/', ''))} was told ${onDay(sayDayOf(toldAt, now, zone))}`
  // What somebody does for themselves is not about them.
  const about = personOfParty(row.party) === row.subject ? undefined : names.get(row.subject)
  if (about !== undefined) return `About ${about}`
  if (row.duty === CASE_DUTY) return 'The school drew it from a case'
  const last = lastDone.get(`${row.duty} ${row.subject}`)
  return last === undefined ? 'First time under this policy' : `Last done ${onDay(sayDayOf(last, now, zone))}`
}

const NEAR: ReadonlySet<string> = new Set(['today', 'yesterday', 'tomorrow'])
const onDay = (day: string): string => (NEAR.has(day) ? day : `on ${day}`)

/** What is most pressing first: by date, and what has none at the end of today. */
export function byDate(a: DutyLine, b: DutyLine): number {
  if (a.dueAt === null || b.dueAt === null) return a.dueAt === b.dueAt ? 0 : a.dueAt === null ? 1 : -1
  return Temporal.Instant.compare(a.dueAt, b.dueAt)
}
