import { date, ended, id, word } from './cells.ts'
import { tables } from './columns.ts'
import type { Draft, PersonDraft } from './draft.ts'
import { PERSON_ROLES } from './roles.ts'
import type { Row } from './row.ts'

const RANKS = { primary: 'primary', secondary: 'secondary' } as const

/** Reads who holds which role where (version 1.2), and faults each person of a complete set who holds none. */
export async function readRoles(draft: Draft): Promise<void> {
  const whole = draft.coverage('roles.csv') === 'bulk'
  for (const person of draft.persons.values()) person.allPosts = whole
  for await (const row of draft.rows(tables['1.2'].roles)) readRole(draft, row)
  if (!whole) return
  for (const [sourcedId, person] of draft.persons) {
    if (person.posts.length > 0 || person.ended) continue
    draft.persons.delete(sourcedId)
    draft.people.unread.add(sourcedId)
    // When the role's own row was at fault, that has been said already.
    if (person.allPosts)
      draft.faults.add('row', 'users.csv', person.row, 'sourcedId', 'No row in roles.csv says what this person is.')
  }
}

function readRole(draft: Draft, row: Row): void {
  const sourcedId = id(row, 'sourcedId')
  const holder = id(row, 'userSourcedId')
  const gone = ended(row)
  const rank = word(row, 'roleType', RANKS)
  const kind = word(row, 'role', PERSON_ROLES)
  const [startsOn, endsOn] = [date(row, 'beginDate') ?? null, date(row, 'endDate') ?? null]
  const org = id(row, 'orgSourcedId')
  const place = org === null ? 'missing' : draft.refers(row, 'orgSourcedId', draft.orgs, 'organisation', org)
  const known = holder === null ? 'missing' : draft.refers(row, 'userSourcedId', draft.people, 'person', holder)
  if (holder === null) draft.somebodyUnread = true
  const person = holder !== null && known === 'here' ? personFor(draft, holder, row) : undefined
  if (person === undefined) return
  if (row.faulty || sourcedId === null || rank === null || kind === null || org === null || place !== 'here') {
    person.allPosts = false
    return
  }
  person.posts.push({
    school: draft.schools.has(org) ? org : null,
    kind,
    role: (row.cell('role') ?? '').toLowerCase(),
    startsOn,
    endsOn,
    ended: gone,
  })
}

function personFor(draft: Draft, sourcedId: string, row: Row): PersonDraft {
  const found = draft.persons.get(sourcedId)
  if (found !== undefined) return found
  // A delta may state a new role for somebody whose own row did not change.
  const added: PersonDraft = { sourcedId, row: row.number, ended: false, fields: null, posts: [], allPosts: false }
  draft.persons.set(sourcedId, added)
  return added
}
