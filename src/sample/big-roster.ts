import type { RosterFiles } from '#areas/people/index.ts'
import { drawTongue, familyName, givenName } from './names.ts'
import { type Chance, chanceFor } from './random.ts'
import { type RosterGroup, type RosterOrg, type RosterUser, rosterFiles } from './roster-files.ts'
import { TERMS } from './terms.ts'
import type { SamplePupil } from './types.ts'

/** How large a made-up trust is to be. */
export interface BigRosterOptions {
  readonly users: number
  readonly schools?: number
  readonly seed?: number
  readonly schoolYear?: number
}

/** A trust's roster for load tests: two fifths pupils, half parents, the rest staff; each pupil is in six classes. */
export function bigRoster({ users, schools = 12, seed = 1, schoolYear = 2026 }: BigRosterOptions): RosterFiles {
  const chance = chanceFor(seed, `big ${users}`)
  const orgs: RosterOrg[] = [{ sourcedId: 'trust', name: 'Sedge Moor Trust', type: 'district', parent: null }]
  const people: RosterUser[] = []
  const classes: RosterGroup[] = []
  for (let school = 1; school <= schools; school += 1) {
    const org = `school-${school}`
    orgs.push({ sourcedId: org, name: `Sedge Moor School ${school}`, type: 'school', parent: 'trust' })
    const here = Math.floor(users / schools) + (school <= users % schools ? 1 : 0)
    const pupils = Math.floor(here * 0.4)
    const parents = Math.floor(here * 0.5)
    const staff = range(here - pupils - parents).map((seat) => user(chance, `${org}-s${seat}`, 'staff', org, {}))
    const adults = range(parents).map((seat) => user(chance, `${org}-f${seat}`, 'parent', org, {}))
    const children = range(pupils).map((seat) =>
      user(chance, `${org}-p${seat}`, 'pupil', org, {
        yearGroup: 7 + (seat % 7),
        agents: [`${org}-f${seat % parents}`, `${org}-f${(seat * 7) % parents}`],
      }),
    )
    people.push(...staff, ...adults, ...children)
    classes.push(...classesOf(org, children, staff))
  }
  return rosterFiles({
    schoolYear,
    orgs,
    users: people,
    classes,
    terms: TERMS.filter((term) => term.schoolYear === schoolYear),
  })
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

const ROLES = { pupil: 'student', parent: 'parent', staff: 'teacher' } as const

function user(
  chance: Chance,
  sourcedId: string,
  kind: keyof typeof ROLES,
  org: string,
  extra: Partial<RosterUser>,
): RosterUser {
  const tongue = drawTongue(chance)
  return {
    sourcedId,
    kind,
    role: ROLES[kind],
    givenName: givenName(chance, tongue),
    familyName: familyName(chance, tongue),
    knownAs: null,
    email: `${sourcedId}@post.example`,
    bornOn: kind === 'pupil' ? `${2008 + chance.whole(0, 8)}-03-14` : null,
    from: 2026,
    until: null,
    org,
    yearGroup: null,
    agents: [],
    ...extra,
  }
}

function classesOf(org: string, children: readonly RosterUser[], staff: readonly RosterUser[]): RosterGroup[] {
  const pupils = children.map((child): SamplePupil => ({ ...child, kind: 'pupil', cohort: 0, set: 'A' }))
  const groups = Math.max(1, Math.ceil(pupils.length / 28))
  return range(groups * 6).map((number) => {
    const round = Math.floor(number / groups)
    const teacher = staff[number % Math.max(1, staff.length)]
    return {
      sourcedId: `${org}-c${number}`,
      title: `Class ${number + 1}`,
      type: round === 0 ? 'homeroom' : 'scheduled',
      grades: [],
      site: 'Mill Lane',
      org,
      pupils: pupils.filter((_, index) => (index + round * 13) % groups === number % groups),
      teachers: teacher === undefined ? [] : [teacher],
    }
  })
}
