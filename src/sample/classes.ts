import { yearGroupName } from '#areas/people/index.ts'
import type { SamplePerson, SamplePupil } from './types.ts'

/** The two places of the school: primary in one, secondary and sixth form in the other. */
export const SITES = ['Beck House', 'Mill Lane'] as const

/** A class of one school year with the people in it. */
export interface SampleClass {
  readonly sourcedId: string
  readonly title: string
  readonly type: 'homeroom' | 'scheduled'
  readonly grades: readonly number[]
  readonly site: (typeof SITES)[number]
  readonly pupils: readonly SamplePupil[]
  readonly teachers: readonly SamplePerson[]
}

const BIRDS =
  'Wren, Robin, Swift, Finch, Dunnock, Siskin, Plover, Curlew, Heron, Kestrel, Dipper, Lapwing, Osprey, Merlin, Avocet, Skylark, Martin, Teal'.split(
    ', ',
  )
const SUBJECTS = ['Computing', 'English', 'Mathematics'] as const

/** The year group of a cohort in a school year. */
export const yearOf = (cohort: number, schoolYear: number): number => schoolYear - cohort - 1

/** Tutor groups for every year, birds for the little ones, and subject classes from Year 7 on. */
export function makeClasses(
  schoolYear: number,
  pupils: readonly SamplePupil[],
  teachers: readonly SamplePerson[],
  assistants: readonly SamplePerson[],
): SampleClass[] {
  const classes: SampleClass[] = []
  for (let year = -1; year <= 13; year += 1) {
    const inYear = pupils.filter(({ cohort }) => yearOf(cohort, schoolYear) === year)
    const site = year < 7 ? SITES[0] : SITES[1]
    for (const [index, set] of (['A', 'B'] as const).entries()) {
      const seat = (year + 1) * 2 + index
      const members = inYear.filter((pupil) => pupil.set === set)
      const staff = [at(teachers, seat), at(assistants, seat)].filter((person) => person !== undefined)
      const title = year < 7 ? `${BIRDS[seat] ?? ''} (${yearGroupName(year)})` : `${year}${set}`
      const sourcedId = `c-${schoolYear}-${year}${set}`
      classes.push({ sourcedId, title, type: 'homeroom', grades: [year], site, pupils: members, teachers: staff })
    }
    if (year < 7) continue
    for (const [index, subject] of SUBJECTS.entries()) {
      const teacher = at(teachers, year * 3 + index)
      classes.push({
        sourcedId: `c-${schoolYear}-${year}-${subject.toLowerCase()}`,
        title: `${yearGroupName(year)} ${subject}`,
        type: 'scheduled',
        grades: [year],
        site,
        pupils: inYear,
        teachers: teacher === undefined ? [] : [teacher],
      })
    }
  }
  return classes
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)]
