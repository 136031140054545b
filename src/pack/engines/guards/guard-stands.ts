import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dueWith } from '../../time/due.ts'
import { timeOf } from '../../time/read.ts'
import type { Guard } from '../../types/guard.ts'
import type { Pack } from '../../types/pack.ts'
import type { Verdict } from '../judge.ts'

/** What is known around one guard and one person or thing. */
export interface GuardFacts {
  /** The guard's `unless`, judged for whoever wants to pass. */
  readonly unless: Verdict
  /** Whether the guard's party holds them at all; left out, it does. */
  readonly binds?: Verdict
  /** Since when the grace runs: when they were asked, or the named event happened. */
  readonly graceFrom?: string | null
  /** An effect has opened or closed it for them: the last one counts, until its end. */
  readonly setBy?: { readonly to: 'open' | 'closed'; readonly until: string | null } | null
}

/** Whether a guard lets pass, why, and how that is known. */
export interface GuardStanding {
  readonly open: boolean
  readonly why: 'not_active' | 'not_bound' | 'set_open' | 'set_closed' | 'met' | 'grace' | 'not_met' | 'unknown'
  /** Kept refuses otherwise (enforced), or a person or another system holds it (attested). */
  readonly proof: 'enforced' | 'attested'
  readonly until: string | null
}

/** How a guard stands for one person or thing. An error or an unknown keeps it shut. */
export function guardStands(
  pack: Pack,
  ref: `guard/${string}`,
  facts: GuardFacts,
  now: Temporal.Instant,
  calendar: SchoolCalendar,
): GuardStanding {
  const guard = pack.guards[ref.slice('guard/'.length)]
  if (guard === undefined) return { open: false, why: 'unknown', proof: 'attested', until: null }
  const proof = guard.held_by === 'kept' ? 'enforced' : 'attested'
  return { proof, ...standing(guard, facts, now, calendar) }
}

function standing(
  guard: Guard,
  facts: GuardFacts,
  now: Temporal.Instant,
  calendar: SchoolCalendar,
): Omit<GuardStanding, 'proof'> {
  if (!guard.active) return { open: true, why: 'not_active', until: null }
  if (facts.binds === 'no') return { open: true, why: 'not_bound', until: null }
  const set = facts.setBy ?? null
  if (set !== null && (set.until === null || isBefore(now, set.until)))
    return set.to === 'open'
      ? { open: true, why: 'set_open', until: set.until }
      : { open: false, why: 'set_closed', until: set.until }
  if (facts.unless === 'yes') return { open: true, why: 'met', until: null }
  const grace = graceUntil(guard, facts, calendar)
  if (grace !== null && isBefore(now, grace)) return { open: true, why: 'grace', until: grace }
  return { open: false, why: facts.unless === 'no' ? 'not_met' : 'unknown', until: null }
}

/** When the grace of a guard ends for somebody; null without any, or when it has not begun. */
function graceUntil(guard: Guard, facts: GuardFacts, calendar: SchoolCalendar): string | null {
  if (guard.grace === undefined || facts.graceFrom == null) return null
  return dueWith(timeOf(guard.grace.for), Temporal.Instant.from(facts.graceFrom), calendar)?.at.toString() ?? null
}

/** The guards that stop a thing, such as `grant/internet`; all of them must stand open for it to pass. */
export const guardsOn = (pack: Pack, stops: string): readonly `guard/${string}`[] =>
  Object.entries(pack.guards)
    .filter(([, guard]) => guard.stops === stops)
    .map(([id]) => `guard/${id}` as const)

/** Whether a thing passes all the guards that stop it. With none, its own default decides. */
export function passes(standings: readonly GuardStanding[], otherwise: 'on' | 'off' = 'on'): boolean {
  return standings.length === 0 ? otherwise === 'on' : standings.every((one) => one.open)
}

const isBefore = (now: Temporal.Instant, until: string): boolean =>
  Temporal.Instant.compare(now, Temporal.Instant.from(until)) <= 0
