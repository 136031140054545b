import { ended, id, needed, word } from './cells.ts'
import { tables } from './columns.ts'
import type { Draft } from './draft.ts'
import type { RosterSchool } from './types.ts'

const TYPES = {
  school: 'school',
  district: 'other',
  local: 'other',
  state: 'other',
  national: 'other',
  department: 'other',
} as const

/** Reads the organisations of the set: its schools, and the ids of the trust or authority above them. */
export async function readOrgs(draft: Draft): Promise<RosterSchool[]> {
  const schools: RosterSchool[] = []
  for await (const row of draft.rows(tables['1.2'].orgs)) {
    const sourcedId = id(row, 'sourcedId')
    const gone = ended(row)
    const name = needed(row, 'name', 200)
    const type = word(row, 'type', TYPES)
    if (sourcedId !== null) draft.orgs.claim(row, sourcedId)
    if (row.faulty || sourcedId === null || name === null || type === null) {
      if (sourcedId !== null) draft.orgs.unread.add(sourcedId)
      continue
    }
    if (type !== 'school') continue
    draft.schools.add(sourcedId)
    schools.push({ sourcedId, row: row.number, ended: gone, name })
  }
  return schools
}
