import { date, ended, id, ids, needed, truth, word } from './cells.ts'
import { tables } from './columns.ts'
import type { Draft } from './draft.ts'
import { CLASS_ROLES } from './roles.ts'
import type { Row } from './row.ts'
import type { RosterClass, RosterEnrollment, RosterSession } from './types.ts'

const CLASS_TYPES = { homeroom: 'homeroom', scheduled: 'scheduled' } as const

/** Reads the classes; a homeroom class is a tutor group. */
export async function readClasses(draft: Draft, sessions: readonly RosterSession[]): Promise<RosterClass[]> {
  const classes: RosterClass[] = []
  for await (const row of draft.rows(tables['1.2'].classes)) {
    const sourcedId = id(row, 'sourcedId')
    const gone = ended(row)
    const title = needed(row, 'title', 200)
    const type = word(row, 'classType', CLASS_TYPES)
    const school = id(row, 'schoolSourcedId')
    const place = school === null ? 'missing' : placeOf(draft, row, school)
    if (sourcedId !== null) draft.classes.claim(row, sourcedId)
    if (row.faulty || sourcedId === null || title === null || type === null || school === null || place !== 'here') {
      if (sourcedId !== null) draft.classes.unread.add(sourcedId)
      else draft.someEnrollmentUnread = true
      continue
    }
    classes.push({
      sourcedId,
      row: row.number,
      ended: gone,
      title,
      tutorGroup: type === 'homeroom',
      school,
      schoolYear: yearOf(row, sessions),
    })
  }
  return classes
}

function yearOf(row: Row, sessions: readonly RosterSession[]): number | null {
  const terms = new Set(ids(row, 'termSourcedIds'))
  return sessions.find((session) => terms.has(session.sourcedId))?.schoolYear ?? null
}

function placeOf(draft: Draft, row: Row, school: string): 'here' | 'unread' | 'missing' {
  const found = draft.refers(row, 'schoolSourcedId', draft.orgs, 'school', school)
  if (found !== 'here' || draft.schools.has(school)) return found
  row.fault('schoolSourcedId', `“${school}” is not a school in orgs.csv. A class belongs to a school.`)
  return 'missing'
}

/** Reads who is in which class. */
export async function readEnrollments(draft: Draft): Promise<RosterEnrollment[]> {
  const enrollments: RosterEnrollment[] = []
  for await (const row of draft.rows(tables['1.2'].enrollments)) {
    id(row, 'sourcedId')
    const gone = ended(row)
    const [group, person] = [id(row, 'classSourcedId'), id(row, 'userSourcedId')]
    const role = word(row, 'role', CLASS_ROLES)
    const endsOn = date(row, 'endDate') ?? null
    truth(row, 'primary')
    const inClass = group === null ? 'missing' : draft.refers(row, 'classSourcedId', draft.classes, 'class', group)
    const known = person === null ? 'missing' : draft.refers(row, 'userSourcedId', draft.people, 'person', person)
    if (group === null || person === null) {
      draft.someEnrollmentUnread = true
    } else if (row.faulty || role === null || inClass !== 'here' || known !== 'here') {
      draft.unreadEnrollments.add(`${group}\t${person}`)
    } else {
      enrollments.push({ row: row.number, ended: gone, class: group, person, role, endsOn })
    }
  }
  return enrollments
}

/** Reads the school years and terms. */
export async function readSessions(draft: Draft): Promise<RosterSession[]> {
  const sessions: RosterSession[] = []
  for await (const row of draft.rows(tables['1.2'].sessions)) {
    const sourcedId = id(row, 'sourcedId')
    const gone = ended(row)
    const [title, type] = [needed(row, 'title', 200), needed(row, 'type')]
    const [startsOn, endsOn] = [date(row, 'startDate', true), date(row, 'endDate', true)]
    const endYear = needed(row, 'schoolYear')
    if (endYear !== null && !/^\d{4}$/.test(endYear)) row.fault('schoolYear', `“${endYear}” is not a year like 2027.`)
    if (row.faulty || gone || !sourcedId || !title || !type || !startsOn || !endsOn) continue
    sessions.push({ sourcedId, title, type, startsOn, endsOn, schoolYear: Number(endYear) - 1 })
  }
  return sessions
}
