import type { CurrentPeople, ImportPlan, PlannedSchool, SchoolChange, SchoolRef } from './plan-types.ts'
import type { Roster } from './types.ts'

/** Which school of ours a school of the roster is, and which would be new. */
export interface SchoolMatch {
  readonly plan: ImportPlan['schools']
  /** Every school that the set speaks for, by roster id. */
  readonly refs: ReadonlyMap<string, SchoolRef>
  /** Our ids of the schools that the set speaks for: nobody elsewhere is ended by it. */
  readonly covered: ReadonlySet<string>
}

/** Matches schools by roster id, or by name where ours has no roster id yet. */
export function matchSchools(roster: Roster, current: CurrentPeople): SchoolMatch {
  const byId = new Map(current.schools.map((school) => [school.sourcedId ?? '', school]))
  const byName = new Map(
    current.schools.filter((school) => school.sourcedId === null).map((school) => [plain(school.name), school]),
  )
  const refs = new Map<string, SchoolRef>()
  const add: PlannedSchool[] = []
  const change: SchoolChange[] = []
  for (const school of roster.schools) {
    if (school.ended) continue
    const ours = byId.get(school.sourcedId) ?? byName.get(plain(school.name))
    refs.set(school.sourcedId, ours === undefined ? { sourcedId: school.sourcedId } : { id: ours.id })
    if (ours === undefined) add.push({ sourcedId: school.sourcedId, name: school.name })
    else if (ours.name !== school.name || ours.sourcedId !== school.sourcedId)
      change.push({ id: ours.id, sourcedId: school.sourcedId, from: ours.name, to: school.name })
  }
  // Without orgs.csv the set speaks for the schools that earlier imports brought.
  if (roster.schools.length === 0)
    for (const school of current.schools) if (school.sourcedId !== null) refs.set(school.sourcedId, { id: school.id })
  const covered = new Set([...refs.values()].flatMap((ref) => ('id' in ref ? [ref.id] : [])))
  return { plan: { add, change, end: [] }, refs, covered }
}

/** A reference as one text, for comparing. */
export const schoolKey = (ref: SchoolRef): string => ('id' in ref ? ref.id : `new:${ref.sourcedId}`)

const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
