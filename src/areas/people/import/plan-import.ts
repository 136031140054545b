import { schoolYearOf } from '#core/calendar/school-year.ts'
import { People } from './desired.ts'
import { planClasses, planClassMembers } from './plan-classes.ts'
import { planFamilies } from './plan-families.ts'
import { planPeople } from './plan-people.ts'
import { matchSchools } from './plan-schools.ts'
import type { CurrentPeople, ImportOptions, ImportPlan } from './plan-types.ts'
import { turnoutOf } from './turnout.ts'
import type { RosterReading } from './types.ts'
import { warningsFor } from './warnings.ts'

const NONE = { add: [], change: [], end: [] } as const

/**
 * Works out everything that an import would do, and does none of it. The plan is made even when rows are at fault,
 * so that a person sees all of it at once; `blocked` then says that it may not be applied.
 */
export function planImport(reading: RosterReading, current: CurrentPeople, options: ImportOptions): ImportPlan {
  const { roster, faults } = reading
  const { today } = options
  const blank = { today, faults, warnings: [], schools: NONE, joiners: [], leavers: [], changes: [] }
  const still = { add: [], end: [] }
  if (roster === null) return { ...blank, blocked: 'set', families: still, classes: NONE, classMembers: still }
  const schools = matchSchools(roster, current)
  const people = new People(roster, current, schools, today)
  const peoplePlan = planPeople(people)
  const turnout = turnoutOf(people, peoplePlan)
  const classes = planClasses(people, schoolYearOf(Temporal.PlainDate.from(today)).start.year)
  const stopped = !options.skipFaultyRows && faults.some(({ weight }) => weight === 'row')
  return {
    today,
    blocked: stopped ? 'rows' : null,
    faults,
    warnings: warningsFor(people, peoplePlan),
    schools: schools.plan,
    ...peoplePlan,
    families: planFamilies(people, turnout),
    classes,
    classMembers: planClassMembers(people, turnout, classes),
  }
}

/** Whether a plan would change nothing at all. */
export const isEmptyPlan = (plan: ImportPlan): boolean => countsOf(plan).every(({ count }) => count === 0)

/** What a plan holds, in the order in which it is told. */
export function countsOf(plan: ImportPlan): { readonly what: string; readonly count: number }[] {
  const planned = ({
    add,
    change,
    end,
  }: {
    add: readonly unknown[]
    change?: readonly unknown[]
    end: readonly unknown[]
  }) => add.length + (change?.length ?? 0) + end.length
  return [
    { what: 'schools', count: planned(plan.schools) },
    { what: 'joiners', count: plan.joiners.length },
    { what: 'leavers', count: plan.leavers.length },
    { what: 'changes', count: plan.changes.length },
    { what: 'families', count: planned(plan.families) },
    { what: 'classes', count: planned(plan.classes) },
    { what: 'class members', count: planned(plan.classMembers) },
  ]
}
