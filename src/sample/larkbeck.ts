import { makeClasses, SITES, yearOf } from './classes.ts'
import { makeFamilies } from './families.ts'
import { MailBook } from './mail.ts'
import { rosterFiles } from './roster-files.ts'
import { makeAdults } from './staff.ts'
import { TERMS } from './terms.ts'
import type { Sample, SamplePerson } from './types.ts'

const SCHOOL = {
  sourcedId: 'larkbeck',
  name: 'Larkbeck School',
  phases: ['nursery', 'primary', 'secondary', 'sixth_form'],
}
const SCHOOL_YEARS = [2024, 2025, 2026] as const
/** A teacher and a governor whose own children are pupils: one person, two parts. */
const INSIDERS = ['s-teach-6', 'g-5'] as const
const [FIRST, LAST] = [SCHOOL_YEARS[0], SCHOOL_YEARS[2]]

/** Makes the invented school. The same seed gives the same people, names and classes on every machine. */
export function makeLarkbeck(seed = 1): Sample {
  const mails = new MailBook()
  const adults = makeAdults(seed, FIRST, mails)
  const families = makeFamilies(seed, { firstYear: FIRST, lastYear: LAST, insiders: INSIDERS }, mails)
  const childrenOf = Map.groupBy(families.facts, ({ adult }) => adult)
  const adultsOf = Map.groupBy(families.facts, ({ child }) => child)
  const there = (person: SamplePerson, schoolYear: number): boolean =>
    person.from <= schoolYear && schoolYear <= (person.until ?? schoolYear)
  const pupilsIn = (schoolYear: number) => families.pupils.filter((pupil) => there(pupil, schoolYear))
  const peopleIn = (schoolYear: number): SamplePerson[] => {
    const pupils = pupilsIn(schoolYear)
    const ids = new Set(pupils.map(({ sourcedId }) => sourcedId))
    // A parent is there as long as a child of theirs is.
    const parents = families.adults.filter(({ sourcedId }) =>
      childrenOf.get(sourcedId)?.some(({ child }) => ids.has(child)),
    )
    return [...pupils, ...parents, ...adults.people.filter((person) => there(person, schoolYear))]
  }
  const rosterFor = (schoolYear: number) => {
    const [teachers, assistants] = [adults.teachers, adults.assistants].map((staff) =>
      staff.filter((one) => there(one, schoolYear)),
    )
    const pupils = pupilsIn(schoolYear)
    const cohorts = new Map(pupils.map(({ sourcedId, cohort }) => [sourcedId, cohort]))
    return rosterFiles({
      schoolYear,
      orgs: [{ sourcedId: SCHOOL.sourcedId, name: SCHOOL.name, type: 'school', parent: null }],
      terms: TERMS.filter((term) => term.schoolYear === schoolYear),
      classes: makeClasses(schoolYear, pupils, teachers ?? [], assistants ?? []).map((group) => ({
        ...group,
        org: SCHOOL.sourcedId,
      })),
      users: peopleIn(schoolYear).map((person) => {
        const cohort = cohorts.get(person.sourcedId)
        const yearGroup = cohort === undefined ? null : yearOf(cohort, schoolYear)
        const agents = (adultsOf.get(person.sourcedId) ?? []).map(({ adult }) => adult)
        const email = yearGroup !== null && yearGroup < 7 ? null : person.email
        const children = childrenOf.get(person.sourcedId) ?? []
        const alsoParent = person.kind !== 'parent' && children.some(({ child }) => cohorts.has(child))
        return { ...person, email, yearGroup, agents, alsoParent, org: SCHOOL.sourcedId }
      }),
    })
  }
  return {
    organisation: { slug: 'larkbeck', name: SCHOOL.name },
    school: SCHOOL,
    sites: SITES,
    schoolYears: SCHOOL_YEARS,
    people: [...families.pupils, ...families.adults, ...adults.people],
    families: families.facts,
    posts: adults.posts,
    visitors: adults.visitors,
    terms: TERMS,
    rosterFor,
    peopleIn,
  }
}
