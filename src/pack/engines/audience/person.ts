import type { Pack } from '../../types/pack.ts'
import type { Scalar } from '../../types/value.ts'
import type { Judge, Verdict } from '../judge.ts'

/** The kinds of people that a school knows. */
export type PersonKind = 'pupil' | 'parent' | 'staff' | 'governor' | 'visitor' | 'volunteer'

/** From a day to a day, both included, as ISO dates; `until` null while it lasts. */
export interface Period {
  readonly from: string
  readonly until: string | null
}

/** What is known of a person, plain. A fact that is missing is unknown, never false. */
export interface PersonFacts {
  readonly id: string
  readonly kinds: readonly (Period & { readonly kind: PersonKind })[]
  /** By the fact's name, without `person.`: `year`, `phase`. */
  readonly facts: Readonly<Record<string, Scalar>>
  /** Posts, seats in groups and bodies, and case teams, by party. */
  readonly posts: readonly (Period & { readonly party: string })[]
}

/** How the audience engine asks about expressions and about relations, which it cannot see itself. */
export interface AudienceContext {
  readonly judge: Judge<{ readonly person: PersonFacts; readonly asAt: Temporal.PlainDate }>
  /** For relations: whether the person stands in it to whatever is in hand. */
  readonly related?: (party: string, person: PersonFacts) => Verdict
}

/** Whether a person belongs, and in a few words why. */
export interface Belonging {
  readonly verdict: Verdict
  readonly why: string
}

/** Whether a period covers a day. */
export const covers = (period: Period, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(Temporal.PlainDate.from(period.from), day) <= 0 &&
  (period.until === null || Temporal.PlainDate.compare(day, Temporal.PlainDate.from(period.until)) <= 0)

/** The party that a reference names; undefined for words such as `opener`. */
export const partyOf = (pack: Pack, ref: string) =>
  ref.startsWith('party/') ? pack.parties[ref.slice('party/'.length)] : undefined
