import { yearGroupName, yearGroupOf } from './import/grades.ts'

const KINDS: Readonly<Record<string, string>> = {
  pupil: 'Pupil',
  parent: 'Parent or carer',
  staff: 'Staff',
  governor: 'Governor',
  visitor: 'Visitor',
  volunteer: 'Volunteer',
}

/** What somebody is at the school, as people say it. */
export const sayKind = (kind: string): string => KINDS[kind] ?? kind

/** A year group as people say it; empty for somebody who has none. */
export function sayYear(year: number | null): string {
  const known = year === null ? undefined : yearGroupOf(String(year))
  return known === undefined ? '' : yearGroupName(known)
}
