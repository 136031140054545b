/** A third of a school year: incidents are counted by these and by nothing shorter. */
export interface Third {
  /** `2025-autumn`, named by the year in which it begins. */
  readonly id: string
  readonly says: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

const PARTS = [
  { id: 'spring', says: 'Spring', months: [1, 3] },
  { id: 'summer', says: 'Summer', months: [4, 8] },
  { id: 'autumn', says: 'Autumn', months: [9, 12] },
] as const

/** The third in which a day lies. Terms differ by school and are changed; these months are not, so no two counts overlap. */
export function thirdOf(day: Temporal.PlainDate): Third {
  const part = PARTS.find(({ months: [first, last] }) => day.month >= first && day.month <= last) ?? PARTS[2]
  const [first, last] = part.months
  const from = Temporal.PlainDate.from({ year: day.year, month: first, day: 1 })
  const end = Temporal.PlainYearMonth.from({ year: day.year, month: last })
  return {
    id: `${day.year}-${part.id}`,
    says: `${part.says} ${day.year}`,
    from,
    to: end.toPlainDate({ day: end.daysInMonth }),
  }
}

/** The thirds that lie wholly in a period and are over. */
export function thirdsIn(from: Temporal.PlainDate, to: Temporal.PlainDate, today: Temporal.PlainDate): Third[] {
  const found: Third[] = []
  for (
    let third = thirdOf(from);
    Temporal.PlainDate.compare(third.to, to) <= 0 && Temporal.PlainDate.compare(third.to, today) < 0;
    third = thirdOf(third.to.add({ days: 1 }))
  )
    if (Temporal.PlainDate.compare(third.from, from) >= 0) found.push(third)
  return found
}

/** The thirds that touch a period, also the one that is not over: for those who see every number anyway. */
export function thirdsOf(from: Temporal.PlainDate, to: Temporal.PlainDate): Third[] {
  const found: Third[] = []
  for (
    let third = thirdOf(from);
    Temporal.PlainDate.compare(third.from, to) <= 0;
    third = thirdOf(third.to.add({ days: 1 }))
  )
    found.push(third)
  return found
}
