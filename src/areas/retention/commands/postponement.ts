import { readSettings } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn, nowText } from '#platform/database/tx.ts'

/** What is still needed after that is said again: nothing is kept for ever by postponing it once. */
const MOST_MONTHS = 12

/** What keeping something longer asks for. */
export interface Postponed {
  readonly until: Temporal.PlainDate
  readonly reason: string
}

/** What is written beside the day on which something would have been erased. */
export interface Postponement {
  readonly postponed_until: string
  readonly postponed_by: string
  readonly postponed_at: string
  readonly postpone_reason: string
}

/**
 * What is written when somebody keeps something until a day, with the reason.
 * @throws Refused without a reason, and for a day in the past or more than a year ahead.
 */
export async function postponement(tx: Tx, actor: PersonActor, input: Postponed): Promise<Postponement> {
  const reason = input.reason.trim()
  if (reason === '') throw new Refused('retention.no_reason', 'Say why it is still needed.')
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()
  const last = today.add({ months: MOST_MONTHS })
  if (Temporal.PlainDate.compare(input.until, today) <= 0 || Temporal.PlainDate.compare(input.until, last) > 0)
    throw new Refused(
      'retention.day',
      'Choose a day within a year from today. What is needed after that is said again.',
    )
  return {
    postponed_until: input.until.toString(),
    postponed_by: actor.personId,
    postponed_at: nowText(tx),
    postpone_reason: reason,
  }
}

/** What the ledger is told of it. */
export const toldOf = (written: Postponement, was: string) => ({
  until: written.postponed_until,
  reason: written.postpone_reason,
  was,
})
