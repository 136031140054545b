/** Bank holidays of England and Wales, computed: no table to run out of. */

const MONDAY = 1

// Royal and public occasions are proclaimed one by one. They cannot be computed, so they are listed.
const PROCLAIMED: Readonly<Record<number, readonly Proclaimed[]>> = {
  2020: [{ date: '2020-05-08', name: 'Early May bank holiday', instead: 'Early May bank holiday' }],
  2022: [
    { date: '2022-06-02', name: 'Spring bank holiday', instead: 'Spring bank holiday' },
    { date: '2022-06-03', name: 'Platinum Jubilee bank holiday' },
    { date: '2022-09-19', name: 'Bank holiday for the State Funeral' },
  ],
  2023: [{ date: '2023-05-08', name: 'Bank holiday for the Coronation' }],
}

interface Proclaimed {
  readonly date: string
  readonly name: string
  /** The usual holiday that it takes the place of. */
  readonly instead?: string
}

/** One day off by law. */
export interface BankHoliday {
  readonly date: Temporal.PlainDate
  readonly name: string
}

/** The bank holidays of a calendar year in England, in order of date. */
export function bankHolidaysOf(year: number): readonly BankHoliday[] {
  const known = cache.get(year)
  if (known !== undefined) return known
  const proclaimed = PROCLAIMED[year] ?? []
  const moved = new Set(proclaimed.map((one) => one.instead))
  const days = [
    ...usualOf(year).filter((day) => !moved.has(day.name)),
    ...proclaimed.map(({ date, name }) => ({ date: Temporal.PlainDate.from(date), name })),
  ].sort((a, b) => Temporal.PlainDate.compare(a.date, b.date))
  cache.set(year, days)
  return days
}

// The answer depends on nothing but the year, so remembering it changes nothing but the speed.
const cache = new Map<number, readonly BankHoliday[]>()

/** The name of the bank holiday on a date, or null. */
export const bankHolidayOn = (date: Temporal.PlainDate): string | null =>
  bankHolidaysOf(date.year).find((day) => day.date.equals(date))?.name ?? null

/** Easter Sunday, by the Gregorian computus. */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leapsLeftOut = century - Math.floor(century / 4)
  const moonShift = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + leapsLeftOut - moonShift + 15) % 30
  const moon = epact - (epact > 28 || (epact === 28 && golden > 10) ? 1 : 0)
  const weekday = (year + Math.floor(year / 4) + moon + 2 - leapsLeftOut) % 7
  const daysFrom28March = moon - weekday
  return Temporal.PlainDate.from({ year, month: 3, day: 28 }).add({ days: daysFrom28March })
}

function usualOf(year: number): BankHoliday[] {
  const easter = easterSunday(year)
  const christmas = date(year, 12, 25)
  const boxing = date(year, 12, 26)
  return [
    { date: workdayFrom(date(year, 1, 1)), name: 'New Year’s Day' },
    { date: easter.subtract({ days: 2 }), name: 'Good Friday' },
    { date: easter.add({ days: 1 }), name: 'Easter Monday' },
    { date: firstMonday(date(year, 5, 1)), name: 'Early May bank holiday' },
    { date: lastMonday(date(year, 5, 31)), name: 'Spring bank holiday' },
    { date: lastMonday(date(year, 8, 31)), name: 'Summer bank holiday' },
    ...christmasDays(christmas, boxing),
  ]
}

// Two days in a row, so the substitutes must not fall on one another: the later pair is Monday and Tuesday.
function christmasDays(christmas: Temporal.PlainDate, boxing: Temporal.PlainDate): BankHoliday[] {
  const shift = { 5: [0, 2], 6: [2, 2], 7: [2, 0] }[christmas.dayOfWeek] ?? [0, 0]
  return [
    { date: christmas.add({ days: shift[0] ?? 0 }), name: 'Christmas Day' },
    { date: boxing.add({ days: shift[1] ?? 0 }), name: 'Boxing Day' },
  ]
}

const date = (year: number, month: number, day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day })

const workdayFrom = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day

const firstMonday = (day: Temporal.PlainDate): Temporal.PlainDate => day.add({ days: (MONDAY - day.dayOfWeek + 7) % 7 })

const lastMonday = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - MONDAY })
