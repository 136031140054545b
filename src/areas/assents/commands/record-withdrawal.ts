import type { PersonActor } from '#core/actor.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import { Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { readPeople } from '../queries/read-people.ts'
import { lockRequest } from '../request.ts'
import { momentOf } from '../slip-moment.ts'
import { assertStaff } from '../staff.ts'
import type { Asking } from '../taking-back.ts'
import { assertTakesBack, readAsking } from '../taking-back.ts'
import { writeTakenBack } from '../write-taken-back.ts'

export interface RecordWithdrawal {
  readonly requestId: string
  /** Who takes it back. */
  readonly signerId: string
  /** The date on the letter, or the day on which they said so. */
  readonly saidOn: Temporal.PlainDate
  /** `spoken` only where the policy does not want it written. */
  readonly how: 'written' | 'spoken'
  readonly items?: readonly string[]
  readonly note?: string
}

/**
 * Enters that somebody took their answer back by a letter or by word of mouth, as the member of staff who read or heard it.
 * @throws Forbidden when the actor is not staff; Refused for one's own, for words where the policy wants writing, for a date to
 *   come or before the answer was given, and as `withdrawAgreement`.
 */
export async function recordWithdrawal(tx: Tx, actor: PersonActor, input: RecordWithdrawal): Promise<void> {
  await assertStaff(tx, actor)
  if (input.signerId === actor.personId)
    throw new Refused('agreement.withdraw.own', say('en', 'agreement.refused.back_own'))
  const request = await lockRequest(tx, input.requestId)
  const asking = await readAsking(tx, request)
  if (input.how === 'spoken' && asking.matter.assent.withdraw?.how === 'written')
    throw new Refused('agreement.withdraw.unwritten', say('en', 'agreement.refused.back_unwritten'))
  const { as, items } = assertTakesBack(asking, input.signerId, { items: input.items, heard: true })
  const names = await asSystem(tx, () => readPeople(tx, [input.signerId]))
  await writeTakenBack(tx, actor, asking, {
    signerId: input.signerId,
    capacity: as,
    items,
    way: input.how === 'written' ? 'paper' : 'in_person',
    typedName: names.get(input.signerId)?.name ?? '-',
    recordedBy: actor.personId,
    reason: input.note ?? '',
    at: saidAt(asking, input, nowIn(tx)),
  })
}

// What takes an answer back comes after it, also on the day that has no hour.
function saidAt(asking: Asking, input: RecordWithdrawal, now: Temporal.Instant): Temporal.Instant {
  const { calendar } = asking.matter
  const at = momentOf(input.saidOn, now, calendar)
  const given = asking.last.get(input.signerId)
  if (given === undefined || Temporal.Instant.compare(at, given) > 0) return at
  if (Temporal.PlainDate.compare(input.saidOn, dayOf(calendar, given)) < 0)
    throw new Refused('agreement.withdraw.before', say('en', 'agreement.refused.back_before'))
  return given.add({ milliseconds: 1 })
}
