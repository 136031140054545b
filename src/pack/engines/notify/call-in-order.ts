import { lengthOf } from '../../time/read.ts'
import type { Notify } from '../../types/notify.ts'
import { isInOrder } from '../../types/notify.ts'
import type { Pack } from '../../types/pack.ts'
import type { Holders, Situation } from '../audience/stand-ins.ts'
import { actingThere } from './acting-there.ts'

/** One call: whose turn it was, and who was called. */
export interface Call {
  /** Counts on through the rounds: with three parties, 3 is the first of the second round. */
  readonly number: number
  readonly party: string
  readonly people: readonly string[]
}

/** A call that was made. */
export interface CallMade {
  readonly number: number
  readonly people: readonly string[]
}

/** How often the whole order is gone through at the rule's own pace; after that, at most once an hour for each turn. */
const SWIFT_ROUNDS = 3

/**
 * Whose turn it is now: the next of the order for whom somebody acts, and round again from the first after the last.
 * Nobody is called twice in a round, and somebody named in the case never is. Null when nobody at all can be called.
 */
export function nextCall(
  pack: Pack,
  rule: Notify,
  made: readonly CallMade[],
  holders: Holders,
  situation: Situation,
  there: Holders = {},
): Call | null {
  const parties = orderOf(rule)
  const last = made.reduce((most, call) => Math.max(most, call.number), -1)
  for (let number = last + 1; number <= last + 2 * parties.length; number += 1) {
    const party = parties[number % parties.length]
    if (party === undefined) return null
    const acting = actingThere(pack, party, holders, there, situation)
    const called = calledInRound(made, Math.floor(number / parties.length), parties.length)
    const people = acting.people.filter((person) => !called.has(person))
    if (people.length > 0) return { number, party: acting.party, people }
  }
  return null
}

/** How long one turn lasts before the next is called. */
export function turnOf(rule: Notify, number: number): Temporal.Duration {
  const minutes = minutesOf(rule)
  const swift = number < SWIFT_ROUNDS * orderOf(rule).length
  return Temporal.Duration.from({ minutes: swift ? minutes : Math.max(60, minutes) })
}

// Who is told at the end, when nobody of the order has taken it, is the last of the order.
const orderOf = (rule: Notify): readonly string[] =>
  isInOrder(rule.to) ? [...rule.to.in_order, ...(rule.then_tell === undefined ? [] : [rule.then_tell])] : []

function minutesOf({ chase }: Notify): number {
  if (chase === undefined) return 60
  const { count, unit } = lengthOf(chase)
  return unit === 'min' ? count : unit === 'h' ? count * 60 : count * 24 * 60
}

const calledInRound = (made: readonly CallMade[], round: number, size: number): ReadonlySet<string> =>
  new Set(made.filter((call) => Math.floor(call.number / size) === round).flatMap((call) => call.people))
