/** A school year, from 1 September to 31 August. */
export interface SchoolYear {
  /** As a school writes it: `2026/27`. */
  readonly name: string
  readonly start: Temporal.PlainDate
  readonly end: Temporal.PlainDate
}

/** The school year of a day. */
export function schoolYearOf(day: Temporal.PlainDate): SchoolYear {
  return schoolYear(day.month >= 9 ? day.year : day.year - 1)
}

/** The school year that starts in September of a calendar year. */
function schoolYear(starts: number): SchoolYear {
  const start = Temporal.PlainDate.from({ year: starts, month: 9, day: 1 })
  const short = String((starts + 1) % 100).padStart(2, '0')
  return { name: `${starts}/${short}`, start, end: start.add({ years: 1 }).subtract({ days: 1 }) }
}
