import type { People } from './desired.ts'
import type {
  ClassChange,
  CurrentClass,
  CurrentClassMember,
  ImportPlan,
  PlannedClass,
  PlannedMember,
} from './plan-types.ts'
import type { Turnout } from './turnout.ts'

/** Which classes come, are renamed and end. `schoolYear` is for classes that do not say theirs. */
export function planClasses(people: People, schoolYear: number): ImportPlan['classes'] {
  const { roster, current, schools } = people
  const ours = new Map(current.classes.map((group) => [group.sourcedId ?? '', group]))
  const [add, change, end]: [PlannedClass[], ClassChange[], CurrentClass[]] = [[], [], []]
  for (const group of roster.classes) {
    const known = ours.get(group.sourcedId)
    const school = schools.refs.get(group.school)
    if (group.ended) {
      if (known !== undefined && !known.ended) end.push(known)
    } else if (known === undefined) {
      const { sourcedId, title: name, tutorGroup } = group
      if (school !== undefined)
        add.push({ sourcedId, name, school, tutorGroup, schoolYear: group.schoolYear ?? schoolYear })
    } else if (known.ended || known.name !== group.title) {
      change.push({ id: known.id, from: known.name, to: group.title, returns: known.ended })
    }
  }
  if (roster.covers.classes === 'bulk') end.push(...missing(people))
  return { add, change, end }
}

function missing({ roster, current, schools }: People): CurrentClass[] {
  // A class row without a readable id could be any class of ours.
  if (roster.unread.someEnrollment) return []
  const listed = new Set(roster.classes.map(({ sourcedId }) => sourcedId))
  return current.classes.filter(
    ({ sourcedId, ended, school }) =>
      sourcedId !== null &&
      !ended &&
      schools.covered.has(school) &&
      !listed.has(sourcedId) &&
      !roster.unread.classes.has(sourcedId),
  )
}

/** Who comes into which class and who leaves it. Whoever left the school, or whose class ended, leaves it too. */
export function planClassMembers(
  people: People,
  turnout: Turnout,
  plan: ImportPlan['classes'],
): ImportPlan['classMembers'] {
  const goneClasses = new Set(plan.end.map(({ id }) => id))
  const open = openClasses(people, plan)
  const classes = new Map(people.current.classes.map((group) => [group.id, group]))
  const keyOf = ({ class: group, person, part }: CurrentClassMember): string =>
    `${classes.get(group)?.sourcedId ?? ''}\t${people.sourceOf(person) ?? ''}\t${part}`
  const held = new Set(people.current.classMembers.map(keyOf))
  const [wanted, ended] = [new Map<string, PlannedMember>(), new Set<string>()]
  for (const { class: group, person, role, endsOn, ended: over } of people.roster.enrollments) {
    const key = `${group}\t${person}\t${role}`
    if (over || (endsOn ?? '9999') < people.today) ended.add(key)
    else wanted.set(key, { class: group, person, part: role })
  }
  const add = [...wanted].filter(
    ([key, { class: group, person }]) => !held.has(key) && turnout.here(person) && open.has(group),
  )
  return {
    add: add.map(([, member]) => member),
    end: people.current.classMembers.filter((member) => {
      if (goneClasses.has(member.class) || turnout.gone.has(member.person)) return true
      const [key, group] = [keyOf(member), classes.get(member.class)]
      return !wanted.has(key) && (ended.has(key) || isMissing(people, group, people.sourceOf(member.person)))
    }),
  }
}

/** The roster ids of the classes that are there once the plan has been carried out: nobody is put into another. */
function openClasses({ current }: People, { add, change, end }: ImportPlan['classes']): ReadonlySet<string> {
  const back = new Set(change.filter(({ returns }) => returns).map(({ id }) => id))
  const over = new Set(end.map(({ id }) => id))
  const stay = current.classes.filter(({ id, ended }) => back.has(id) || (!ended && !over.has(id)))
  return new Set([...add.map(({ sourcedId }) => sourcedId), ...stay.map(({ sourcedId }) => sourcedId ?? '')])
}

/** Whether a complete list of enrolments would have named this one, had it still stood. */
function isMissing({ roster, schools }: People, group: CurrentClass | undefined, person: string | undefined): boolean {
  const { unread, covers } = roster
  if (covers.enrollments !== 'bulk' || unread.someEnrollment || unread.somebody) return false
  if (!group?.sourcedId || person === undefined || !schools.covered.has(group.school)) return false
  const left = unread.enrollments.has(`${group.sourcedId}\t${person}`)
  return !left && !unread.classes.has(group.sourcedId) && !unread.people.has(person)
}
