import { z } from 'zod'

/** A period of days, both included. */
export interface Period {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

const day = z.iso.date().nullable().catch(null).default(null)

/** The period in an address; what is no date counts as not given. */
export const periodQuery = z.object({ from: day, to: day })

const LONGEST_YEARS = 10

/** The period that is asked for, or the year before today. Turned round it is meant the other way. */
export function periodOf(asked: z.infer<typeof periodQuery>, today: Temporal.PlainDate): Period {
  const to = asked.to === null ? today : Temporal.PlainDate.from(asked.to)
  const from = asked.from === null ? to.subtract({ years: 1 }).add({ days: 1 }) : Temporal.PlainDate.from(asked.from)
  const [first, last] = Temporal.PlainDate.compare(from, to) <= 0 ? [from, to] : [to, from]
  const earliest = last.subtract({ years: LONGEST_YEARS })
  return { from: Temporal.PlainDate.compare(first, earliest) < 0 ? earliest : first, to: last }
}

/** The period as it stands in an address. */
export const periodText = ({ from, to }: Period): string => `?from=${from}&to=${to}`
