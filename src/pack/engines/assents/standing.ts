import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { afterLength } from '../../time/due.ts'
import { lengthOf } from '../../time/read.ts'
import type { Assent } from '../../types/assent.ts'
import type { AskedAssent, Slot } from './asked.ts'
import type { AssentFacts, Signature } from './signature.ts'
import { mayTakeBack } from './taking-back.ts'
import { validUntil } from './valid-until.ts'

/** How an assent about one person stands. */
export type AssentState =
  | 'not_asked'
  | 'open'
  | 'partly'
  | 'signed'
  | 'refused'
  | 'withdrawn'
  | 'late'
  | 'lapsed'
  | 'suspended'
  | 'excused'
  | 'silent_yes'

export interface AssentStanding {
  readonly state: AssentState
  /** Whether it counts as given. Silence is a yes only where the assent says so, and after its letter. */
  readonly counts: 'yes' | 'no' | 'unknown'
  /** The slots that are not signed yet. */
  readonly missing: readonly Slot[]
  /** Whom to ask now: in order, only the first slot that is missing. */
  readonly askNow: readonly string[]
  readonly signedBy: readonly string[]
  /** One was enough, and another said no: somebody should know. */
  readonly disagreed: boolean
  readonly dueAt: string | null
  /** When the standing changes by time alone. */
  readonly changesAt: string | null
}

/** How an assent stands from what was signed, at a moment. */
export function standingOfAssent(
  assent: Assent,
  required: AskedAssent,
  signatures: readonly Signature[],
  facts: AssentFacts,
  now: Temporal.Instant,
  calendar: SchoolCalendar,
): AssentStanding {
  const heard = latestOf(signatures, now).filter((one) => isAskedOf(one, assent, required))
  const counting = heard.filter((one) => stands(assent, one, facts, now, calendar))
  const slots = required.slots.map((slot) => slotStanding(slot, assent, counting))
  const missing = required.slots.filter((_, at) => slots[at] !== 'signed')
  const dueAt = dueOf(assent, facts, calendar)
  const ends = counting
    .filter((one) => one.says === 'agreed')
    .map((one) => validUntil(assent, one, facts, calendar)?.toString() ?? null)
  const state = stateOf(assent, required, slots, heard, counting, facts, dueAt, now)
  return {
    state,
    counts: countsAs(state, assent),
    missing: SETTLED.has(state) ? [] : missing,
    askNow: SETTLED.has(state) || state === 'suspended' ? [] : whomToAsk(required, missing, counting),
    signedBy: counting.filter((one) => one.says === 'agreed').map((one) => one.person),
    disagreed: slots.every((slot) => slot === 'signed') && counting.some((one) => one.says === 'refused'),
    dueAt,
    changesAt: nextChange([dueAt, ...ends], now),
  }
}

const SETTLED: ReadonlySet<AssentState> = new Set(['signed', 'excused', 'refused', 'withdrawn', 'silent_yes'])

// Only those who are asked today: a stranger's signature, or that of somebody who may no longer act, is nobody's.
// Whoever may take it back is heard though nobody asks them: a pupil whose parents were asked.
const isAskedOf = (one: Signature, assent: Assent, required: AskedAssent): boolean =>
  (one.says === 'withdrawn' && mayTakeBack(assent, required, one.person)) ||
  (required.slots.some((slot) => slot.people.includes(one.onBehalfOf ?? one.person)) &&
    (one.onBehalfOf === undefined || assent.if_unable !== undefined))

/** The last thing that each person said for themselves or for somebody. */
function latestOf(signatures: readonly Signature[], now: Temporal.Instant): Signature[] {
  const last = new Map<string, Signature>()
  for (const one of signatures)
    if (Temporal.Instant.compare(Temporal.Instant.from(one.at), now) <= 0)
      last.set(`${one.person} ${one.onBehalfOf ?? ''}`, one)
  return [...last.values()]
}

function stands(assent: Assent, one: Signature, facts: AssentFacts, now: Temporal.Instant, calendar: SchoolCalendar) {
  if (one.says === 'withdrawn') return false
  if (facts.reaskedAt != null && before(one.at, facts.reaskedAt)) return false
  if (one.says === 'refused') return true
  const until = validUntil(assent, one, facts, calendar)
  return until === null || Temporal.Instant.compare(until, now) >= 0
}

function slotStanding(slot: Slot, assent: Assent, counting: readonly Signature[]): 'signed' | 'refused' | 'open' {
  // An empty list is nobody's signature, whatever "all" of nobody might mean.
  if (slot.people.length === 0) return 'open'
  const said = (person: string) =>
    counting.find((one) => one.person === person && one.onBehalfOf === undefined)?.says ??
    (assent.if_unable === undefined ? undefined : counting.find((one) => one.onBehalfOf === person)?.says)
  const answers = slot.people.map(said)
  const enough = slot.need === 'any' ? answers.includes('agreed') : answers.every((one) => one === 'agreed')
  if (enough) return 'signed'
  const no = slot.need === 'any' ? answers.every((one) => one === 'refused') : answers.includes('refused')
  return no ? 'refused' : 'open'
}

function stateOf(
  assent: Assent,
  required: AskedAssent,
  slots: readonly ('signed' | 'refused' | 'open')[],
  heard: readonly Signature[],
  counting: readonly Signature[],
  facts: AssentFacts,
  dueAt: string | null,
  now: Temporal.Instant,
): AssentState {
  if (facts.excused === true) return 'excused'
  // Taken back by one who may is a no, whatever others say and whatever silence means, until they say yes again.
  if (heard.some((one) => one.says === 'withdrawn' && mayTakeBack(assent, required, one.person))) return 'withdrawn'
  if (slots.includes('refused')) return 'refused'
  if (facts.suspended === true) return 'suspended'
  if (slots.length > 0 && slots.every((slot) => slot === 'signed')) return 'signed'
  const asked = facts.askedAt
  if (asked === null) return heard.length > 0 ? 'lapsed' : 'not_asked'
  if (isSilentYes(assent, facts, dueAt, now)) return 'silent_yes'
  if (heard.some((one) => one.says === 'withdrawn')) return 'withdrawn'
  // Who answered this asking in time is not late when the answer runs out later.
  const ranOut = heard.filter((one) => one.says === 'agreed' && !counting.includes(one))
  if (ranOut.some((one) => !before(one.at, asked))) return 'lapsed'
  const past = dueAt !== null && before(dueAt, now.toString())
  if (past && assent.basis !== 'information') return 'late'
  if (counting.some((one) => one.says === 'agreed')) return 'partly'
  return ranOut.length > 0 ? 'lapsed' : 'open'
}

function isSilentYes(assent: Assent, facts: AssentFacts, dueAt: string | null, now: Temporal.Instant): boolean {
  if (assent.basis !== 'objection' || assent.silence !== 'yes') return false
  const letter = assent.after_letter === undefined ? facts.askedAt : (facts.letterAt ?? null)
  return letter !== null && dueAt !== null && before(dueAt, now.toString())
}

function countsAs(state: AssentState, assent: Assent): AssentStanding['counts'] {
  if (state === 'signed' || state === 'silent_yes') return 'yes'
  if (state === 'refused' || state === 'withdrawn') return 'no'
  // Excused from signing is not signed: a guard has to name who is excused.
  if (state === 'excused') return 'unknown'
  return assent.silence === 'no' && state !== 'not_asked' ? 'no' : 'unknown'
}

function whomToAsk(required: AskedAssent, missing: readonly Slot[], counting: readonly Signature[]): string[] {
  const slots = required.order === 'in_order' ? missing.slice(0, 1) : missing
  const people = slots.flatMap((slot) => slot.people)
  return [...new Set(people)].filter((person) => !counting.some((one) => one.person === person))
}

/** By when an answer is wanted: as the asking said, otherwise when the first reminder goes. */
export function dueOf(assent: Assent, facts: AssentFacts, calendar: SchoolCalendar): string | null {
  if (facts.dueAt !== undefined) return facts.dueAt
  if (facts.askedAt === null || assent.reminders === undefined) return null
  return afterLength(lengthOf(assent.reminders.first), Temporal.Instant.from(facts.askedAt), calendar).at.toString()
}

const before = (a: string, b: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)) < 0

const nextChange = (times: readonly (string | null)[], now: Temporal.Instant): string | null =>
  times
    .filter((one) => one !== null)
    .filter((one) => before(now.toString(), one))
    .sort((a, b) => (before(a, b) ? -1 : 1))[0] ?? null
