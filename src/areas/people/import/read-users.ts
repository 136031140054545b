import { date, ended, id, ids, mail, needed, optional, truth, word } from './cells.ts'
import { tables } from './columns.ts'
import type { Draft } from './draft.ts'
import { yearGroupOf } from './grades.ts'
import { PERSON_ROLES } from './roles.ts'
import type { Row } from './row.ts'
import type { PersonFields, RosterPost, YearGroup } from './types.ts'
import { looksLikeUpn, upnAgrees } from './upn.ts'

/** Reads the people. In version 1.1 a row also says where they belong; in 1.2 that is in `roles.csv`. */
export async function readUsers(draft: Draft): Promise<void> {
  const { version } = draft.manifest
  for await (const row of draft.rows(tables[version].users)) {
    const sourcedId = id(row, 'sourcedId')
    const gone = ended(row)
    const fields = readFields(row)
    const agents = ids(row, 'agentSourcedIds')
    truth(row, 'enabledUser')
    needed(row, 'enabledUser')
    const posts = version === '1.1' ? readPosts(draft, row, gone) : []
    if (sourcedId === null) draft.somebodyUnread = true
    else draft.people.claim(row, sourcedId)
    if (row.faulty || sourcedId === null || fields === null) {
      if (sourcedId !== null) draft.people.unread.add(sourcedId)
      continue
    }
    draft.persons.set(sourcedId, {
      sourcedId,
      row: row.number,
      ended: gone,
      fields,
      posts,
      allPosts: version === '1.1' && posts.length === (ids(row, 'orgSourcedIds')?.length ?? 0),
      ...(agents === undefined ? {} : { agents }),
    })
  }
}

function readFields(row: Row): PersonFields | null {
  const givenName = nameOf(row, 'givenName')
  const familyName = nameOf(row, 'familyName')
  needed(row, 'username')
  notePupilNumber(row)
  const optionals = {
    knownAs: optional(row, 'preferredGivenName', 200),
    email: mail(row, 'email'),
    yearGroup: yearOf(row),
  }
  if (givenName === '' && familyName === '') row.fault('givenName', 'Both names are dashes. A person has at least one.')
  if (givenName === null || familyName === null) return null
  const stated = Object.entries(optionals).filter(([, value]) => value !== undefined)
  return { givenName, familyName, ...Object.fromEntries(stated) }
}

/** A name; a dash or a stop is how exports write that a person has only one. */
function nameOf(row: Row, column: string): string | null {
  const name = row.name(column) ?? null
  if (name === null) row.fault(column, `“${column}” is empty. A person with one name has a dash in the other column.`)
  else if (name.length > 200) row.fault(column, `This name has ${name.length} characters; 200 is the most.`)
  else return /^[-–.]$/.test(name) ? '' : name
  return null
}

function notePupilNumber(row: Row): void {
  const text = row.cell('identifier')
  if (typeof text === 'string' && looksLikeUpn(text) && !upnAgrees(text))
    row.note('identifier', `The check letter of the pupil number “${text}” does not agree with its digits.`)
}

function yearOf(row: Row): YearGroup | null | undefined {
  const grades = ids(row, 'grades')
  if (grades === undefined) return undefined
  const [grade] = grades
  if (grade === undefined) return null
  const year = yearGroupOf(grade)
  if (year === undefined)
    row.note('grades', `“${grade}” is no year group known here, so the year group is left as it is.`)
  return year
}

function readPosts(draft: Draft, row: Row, gone: boolean): RosterPost[] {
  const kind = word(row, 'role', PERSON_ROLES)
  const orgs = ids(row, 'orgSourcedIds') ?? []
  if (orgs.length === 0) row.fault('orgSourcedIds', '“orgSourcedIds” is empty. Each person belongs somewhere.')
  const here = orgs.filter((org) => draft.refers(row, 'orgSourcedIds', draft.orgs, 'organisation', org) === 'here')
  if (kind === null) return []
  return here.map((org) => ({
    school: draft.schools.has(org) ? org : null,
    kind,
    role: (row.cell('role') ?? '').toLowerCase(),
    startsOn: null,
    endsOn: null,
    ended: gone,
  }))
}

/** Adds the dates of birth to the people whom `demographics.csv` names. */
export async function readDemographics(draft: Draft): Promise<void> {
  for await (const row of draft.rows(tables['1.2'].demographics)) {
    const person = id(row, 'sourcedId')
    const born = date(row, 'birthDate')
    if (person !== null) draft.refers(row, 'sourcedId', draft.people, 'person', person)
    const found = draft.persons.get(person ?? '')
    if (!row.faulty && found !== undefined && born !== undefined) found.birthDate = born
  }
}
