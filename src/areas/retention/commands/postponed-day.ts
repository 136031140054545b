import { readSettings } from '#areas/policy/index.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'

/** What is still needed after that is said again: nothing is kept for ever by postponing it once. */
export const MOST_MONTHS = 12

/** What keeping something longer asks for. */
export interface Postponed {
  readonly until: Temporal.PlainDate
  readonly reason: string
}

/**
 * The reason why something is kept until a day.
 * @throws Refused without one, and for a day in the past or more than a year ahead.
 */
export async function reasonUntil(tx: Tx, input: Postponed): Promise<string> {
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
  return reason
}
