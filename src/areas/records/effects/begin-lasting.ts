import { readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { endsAt } from '#pack/engines/actions/ends.ts'
import { derivedFrom, IN_FORCE, SUBJECT } from '#pack/engines/actions/kinds.ts'
import type { Taken } from '#pack/engines/flow/answer.ts'
import { peopleOf } from '#pack/engines/flow/run.ts'
import { afterLength } from '#pack/time/due.ts'
import { lengthOf } from '#pack/time/read.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowIn } from '#platform/database/tx.ts'
import { recordValues } from '../flow-context.ts'
import { fromPart } from '../people.ts'
import type { CarriedIn } from './carry-one.ts'
import { keepLasting, type Lasts } from './lasting.ts'

/**
 * Notes that an action or an exception is in force, for whom and until when, as soon as it is; and has it looked at again
 * when its time comes. Runs as the system.
 */
export async function beginLasting(tx: Tx, policy: PolicyInForce, record: CarriedIn, taken: Taken): Promise<void> {
  const derived = derivedFrom(record.kind)
  const begins = taken.open.some((step) => step.stepId === IN_FORCE && taken.opened.includes(step.key))
  if (derived === null || derived.of === 'held' || !begins) return
  const action = derived.of === 'action' ? policy.pack.actions[derived.id] : undefined
  const exception = derived.of === 'exception' ? policy.pack.exceptions[derived.id] : undefined
  const lasting = action ?? exception
  if (lasting === undefined) return
  const calendar = await readCalendar(tx, record.school_id)
  const until = endsAt(lasting, await recordValues(tx, record.id), nowIn(tx), calendar)
  const people = peopleOf(taken.run).filter((one) => one.part === SUBJECT)
  const subjects = people.flatMap((one) => fromPart(one).personId ?? [])
  const [first, ...others] = subjects
  const keep = (key: string, does: Lasts, personId: string | null, remind: Temporal.Instant | null = null) =>
    keepLasting(tx, {
      recordId: record.id,
      schoolId: record.school_id,
      key,
      does,
      target: exception?.from ?? `action/${derived.id}`,
      personId,
      until,
      remind,
    })
  const does = exception === undefined ? 'act' : 'lift'
  const remind = until === null || action?.remind === undefined ? null : before(until, action.remind, calendar)
  // The first stands for the whole record, which ends and is reminded of once; the others of a team have it beside them.
  await keep(IN_FORCE, does, first ?? null, remind)
  for (const other of others) await keep(`${IN_FORCE}~${other}`, does, other)
  // An exception from a gate opens it for whom it is for.
  if (exception?.from.startsWith('guard/'))
    for (const [at, subject] of subjects.entries())
      await keep(at === 0 ? `${IN_FORCE}:opens` : `${IN_FORCE}:opens~${subject}`, 'open', subject)
  if (until !== null) await lookAgainSoon(tx)
}

// Counted forwards from a day so far before it that the length fits: school days have no backwards.
function before(
  until: Temporal.Instant,
  amount: Parameters<typeof lengthOf>[0],
  calendar: SchoolCalendar,
): Temporal.Instant {
  const length = lengthOf(amount)
  let at = until
  for (let days = 1; days <= MOST_DAYS; days += 1) {
    at = until.subtract({ hours: 24 * days })
    if (Temporal.Instant.compare(afterLength(length, at, calendar).at, until) <= 0) return at
  }
  return at
}

const MOST_DAYS = 400

/** Has what is over ended as soon as this change is in; each look asks for the next. */
const lookAgainSoon = (tx: Tx): Promise<void> =>
  enqueue(tx, 'end_lasting', {}, { key: `end-lasting-soon:${contextOf(tx).actor.organisationId}` })
