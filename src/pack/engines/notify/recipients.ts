import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { afterLength, dueWith } from '../../time/due.ts'
import { lengthOf, timeOf } from '../../time/read.ts'
import { isInOrder, type Notify, type Recipients } from '../../types/notify.ts'
import type { Pack } from '../../types/pack.ts'
import type { Holders, Situation } from '../audience/stand-ins.ts'
import type { Verdict } from '../judge.ts'
import { actingThere } from './acting-there.ts'

/** What happened, and what is known of it. */
export interface Occurred {
  /** `record/incident#opened`. */
  readonly event: string
  readonly at: string
  /** What the reporter chose, where the policy lets them. */
  readonly reporterChose?: readonly string[]
  /** By a question that asks for a site: who holds which post at the site that was given. */
  readonly there?: Readonly<Record<string, Holders>>
}

/** One party to be told. */
export interface Recipient {
  readonly notify: `notify/${string}`
  /** The party that the policy names. */
  readonly party: string
  /** The party that acts for it now. */
  readonly acting: string
  readonly people: readonly string[]
  /** Nobody can be told: the post is vacant, or everybody is named in the case. A fault to be shown, never silence. */
  readonly nobody: boolean
  /** one: the first who accepts takes it · each: everyone confirms. */
  readonly accept: 'one' | 'each' | 'none'
  readonly due: string | null
  /** When they are chased if nobody has accepted. */
  readonly chaseAt: string | null
  readonly thenTell: string | null
  /** We could not tell whether the rule's condition holds, so they are told all the same. */
  readonly unsure: boolean
}

/** Who is told of an event under all the rules of a pack. A person named in the case never is. */
export function recipientsOf(
  pack: Pack,
  occurred: Occurred,
  holders: Holders,
  situation: Situation,
  calendar: SchoolCalendar,
  judge: (expression: string) => Verdict,
): Recipient[] {
  return Object.entries(pack.notify).flatMap(([id, rule]) => {
    if (rule.on !== occurred.event) return []
    const met = rule.when === undefined ? 'yes' : judge(rule.when)
    if (met === 'no') return []
    const at = Temporal.Instant.from(occurred.at)
    const chaseAt = rule.chase === undefined ? null : afterLength(lengthOf(rule.chase), at, calendar).at.toString()
    const told = partiesTold(rule.to, occurred.reporterChose ?? []).map((party) => {
      const acting = actingThere(pack, party, holders, thereOf(rule, occurred.there), situation)
      return {
        notify: `notify/${id}` as const,
        party,
        acting: acting.party,
        people: acting.people,
        nobody: acting.people.length === 0 && !isOutside(pack, party),
        accept: rule.accept,
        due: rule.within === undefined ? null : (dueWith(timeOf(rule.within), at, calendar)?.at.toString() ?? null),
        chaseAt: rule.accept === 'none' ? null : chaseAt,
        thenTell: rule.then_tell ?? null,
        unsure: met === 'unknown',
      }
    })
    return isInOrder(rule.to) ? firstOf(told) : told
  })
}

const thereOf = (rule: Notify, there: Occurred['there']): Holders =>
  rule.at === undefined ? {} : (there?.[rule.at] ?? {})

// Of those who are called in order the first for whom somebody acts; when nobody does, the first is shown as a fault.
const firstOf = (told: readonly Recipient[]): Recipient[] => {
  const first = told.find((one) => one.people.length > 0) ?? told[0]
  return first === undefined ? [] : [first]
}

/** The parties of a rule. A reporter's choice outside it does not count; without any choice all of them are told. */
export function partiesTold(to: Recipients, chosen: readonly string[]): readonly string[] {
  if (typeof to === 'string') return [to]
  if ('any_of' in to) return to.any_of
  if ('all_of' in to) return to.all_of
  if ('in_order' in to) return to.in_order
  const valid = to.reporter_chooses.filter((party) => chosen.includes(party))
  return valid.length > 0 ? valid : to.reporter_chooses
}

/** The parties that a reporter may choose from for an event; none when the policy leaves no choice. */
export function choicesFor(pack: Pack, event: string, judge: (expression: string) => Verdict): readonly string[] {
  const rules = Object.values(pack.notify).filter(
    (rule) => rule.on === event && (rule.when === undefined || judge(rule.when) !== 'no'),
  )
  const chosen = rules.flatMap(({ to }) =>
    typeof to === 'object' && 'reporter_chooses' in to ? to.reporter_chooses : [],
  )
  return [...new Set(chosen)]
}

/** Who is told together, once each, whatever number of rules names them. */
export const peopleTold = (recipients: readonly Recipient[]): string[] => [
  ...new Set(recipients.flatMap((one) => one.people)),
]

const isOutside = (pack: Pack, party: string): boolean => pack.parties[party.replace('party/', '')]?.kind === 'outside'
