import { writeNotices } from '#areas/notices/index.ts'
import { countOf, sayFullDate } from '#core/calendar/say-date.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { paths } from '../paths.ts'

/** What was announced: its day, and who has to know. */
export interface Announced {
  readonly id: string
  readonly on: Temporal.PlainDate
  readonly told: readonly string[]
}

/** One notice to each person about everything of theirs that will be erased. */
export async function tellAnnounced(
  tx: Tx,
  announced: readonly Announced[],
  what: 'record' | 'concern',
): Promise<void> {
  const batch = newId(contextOf(tx).clock)
  const readers = new Set(announced.flatMap((one) => one.told))
  await writeNotices(
    tx,
    [...readers].map((readerId) => {
      const mine = announced.filter((one) => one.told.includes(readerId))
      const first = mine.map((one) => one.on).toSorted(Temporal.PlainDate.compare)[0]
      const day = first === undefined ? '' : `, the first on ${sayFullDate(first)}`
      return {
        readerId,
        code: 'retention.announced',
        says: `${countOf(mine.length, what)} will be erased, because their time is over${day}. Postpone what is still needed`,
        href: paths.all.to(),
        subject: { kind: 'retention', id: batch },
        party: null,
        clauses: [],
        urgent: false,
      }
    }),
  )
}
