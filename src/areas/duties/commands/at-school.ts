import { holdersAt } from '#areas/notices/index.ts'
import { awayToday, readCalendar, readSchools } from '#areas/people/index.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import type { Tx } from '#platform/database/tx.ts'

/** The days of a school, who holds its posts, and who is away today. */
export interface AtSchool {
  readonly calendar: SchoolCalendar
  readonly holders: Holders
  readonly away: readonly string[]
}

/** Reads each school once, however many duties it has. */
export function schoolsOnce(tx: Tx): (schoolId: string | null) => Promise<AtSchool> {
  const known = new Map<string | null, Promise<AtSchool>>()
  return (schoolId) => {
    const found = known.get(schoolId) ?? readSchool(tx, schoolId)
    known.set(schoolId, found)
    return found
  }
}

/** A school; or all of them, whose calendar is that of the first. */
async function readSchool(tx: Tx, schoolId: string | null): Promise<AtSchool> {
  const [first] = schoolId === null ? (await readSchools(tx)).map((one) => one.id).sort() : [schoolId]
  const calendar = first === undefined ? schoolCalendar() : await readCalendar(tx, first)
  return { calendar, holders: await holdersAt(tx, schoolId), away: await awayToday(tx) }
}
