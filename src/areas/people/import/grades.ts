import type { YearGroup } from './types.ts'

const NAMED: Readonly<Record<string, YearGroup>> = {
  n1: -2,
  it: -2,
  pr: -2,
  'nursery 1': -2,
  preschool: -2,
  n: -1,
  n2: -1,
  nur: -1,
  nursery: -1,
  'nursery 2': -1,
  pk: -1,
  tk: -1,
  f1: -1,
  e1: -1,
  r: 0,
  rec: 0,
  reception: 0,
  kg: 0,
  k: 0,
  f2: 0,
  e2: 0,
  yr: 0,
}

/**
 * The UK year group of a OneRoster grade. Numbers are UK years, because that is what exports of UK schools hold;
 * American codes below the first grade are read by age. Undefined when the text is no year group.
 */
export function yearGroupOf(grade: string): YearGroup | undefined {
  const text = grade.trim().toLowerCase().replace(/\s+/g, ' ')
  const named = NAMED[text]
  if (named !== undefined) return named
  const digits = /^(?:year|yr|y|nc year|nc)? ?0*(\d{1,2})$/.exec(text)?.[1]
  const year = digits === undefined ? Number.NaN : Number(digits)
  return year >= 0 && year <= 14 ? year : undefined
}

/** How a school says a year group. */
export const yearGroupName = (year: YearGroup): string => {
  if (year < 0) return 'Nursery'
  return year === 0 ? 'Reception' : `Year ${year}`
}
