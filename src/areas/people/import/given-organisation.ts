import type {
  CurrentMembership,
  CurrentPeople,
  CurrentPerson,
  ImportPlan,
  PersonChange,
  SchoolRef,
} from './plan-types.ts'

/** Test helper: an organisation with nobody in it. */
export const nobody: CurrentPeople = { schools: [], people: [], families: [], classes: [], classMembers: [] }

/** Test helper: carries a plan out in memory, by the book, so that plans can be tried one after another. */
export function carriedOut(plan: ImportPlan, current: CurrentPeople): CurrentPeople {
  const schools = [
    ...current.schools,
    ...plan.schools.add.map((school) => ({ id: `id-${school.sourcedId}`, ...school })),
  ].map((school) => ({
    ...school,
    name: plan.schools.change.find(({ id }) => id === school.id)?.to ?? school.name,
    sourcedId: plan.schools.change.find(({ id }) => id === school.id)?.sourcedId ?? school.sourcedId,
  }))
  const gone = new Set(plan.leavers.map(({ id }) => id))
  const changes = new Map(plan.changes.map((change) => [change.id, change]))
  const people = current.people.map((person) => {
    if (gone.has(person.id)) return { ...person, ended: true, memberships: [] }
    const change = changes.get(person.id)
    return change === undefined ? person : changedPerson(person, change)
  })
  const joined = plan.joiners.map(
    ({ memberships, ...facts }): CurrentPerson => ({
      ...facts,
      id: `id-${facts.sourcedId}`,
      ended: false,
      posts: [],
      memberships: memberships.map((one) => membershipOf(facts.sourcedId, one.school, one)),
    }),
  )
  const everybody = [...people, ...joined]
  const idOf = new Map(everybody.map((person) => [person.sourcedId ?? '', person.id]))
  const id = (sourcedId: string): string => sure(idOf, sourcedId)
  const over = new Set([...plan.families.end, ...plan.classMembers.end].map((one) => one.id))
  const ended = new Set(plan.classes.end.map((group) => group.id))
  const renamed = new Map(plan.classes.change.map((change) => [change.id, change]))
  const classes = [
    ...current.classes.map((group) => {
      const change = renamed.get(group.id)
      return {
        ...group,
        name: change?.to ?? group.name,
        ended: ended.has(group.id) || (group.ended && change?.returns !== true),
      }
    }),
    ...plan.classes.add.map(({ sourcedId, name, school }) => ({
      id: `id-${sourcedId}`,
      sourcedId,
      name,
      school: schoolId(school),
      ended: false,
    })),
  ]
  const classId = new Map(classes.map((group) => [group.sourcedId ?? '', group.id]))
  return {
    schools,
    people: everybody,
    families: [
      ...current.families.filter((family) => !over.has(family.id)),
      ...plan.families.add.map(({ adult, child }) => ({ id: `${adult}+${child}`, adult: id(adult), child: id(child) })),
    ],
    classes,
    classMembers: [
      ...current.classMembers.filter((member) => !over.has(member.id)),
      ...plan.classMembers.add.map((member) => ({
        id: `${member.class}+${member.person}+${member.part}`,
        class: sure(classId, member.class),
        person: id(member.person),
        part: member.part,
      })),
    ],
  }
}

function sure(ids: ReadonlyMap<string, string>, sourcedId: string): string {
  const id = ids.get(sourcedId)
  if (id === undefined) throw new Error(`The plan names ${sourcedId}, who is neither here nor joins`)
  return id
}

const schoolId = (ref: SchoolRef): string => ('id' in ref ? ref.id : `id-${ref.sourcedId}`)

const membershipOf = (
  person: string,
  school: SchoolRef,
  { kind, yearGroup }: Pick<CurrentMembership, 'kind' | 'yearGroup'>,
) => ({
  id: `${person}@${schoolId(school)}:${kind}`,
  school: schoolId(school),
  kind,
  yearGroup,
})

function changedPerson(person: CurrentPerson, change: PersonChange): CurrentPerson {
  const { add, change: years, end } = change.memberships
  const ended = new Set(end.map(({ id }) => id))
  const year = new Map(years.map(({ id, to }) => [id, to]))
  const kept = person.memberships.filter(({ id }) => !ended.has(id))
  return {
    ...person,
    ...Object.fromEntries(change.fields.map(({ field, to }) => [field, to])),
    ended: false,
    memberships: [
      ...kept.map((one) => ({ ...one, yearGroup: year.get(one.id) ?? one.yearGroup })),
      ...add.map((one) => membershipOf(person.id, one.school, one)),
    ],
  }
}
