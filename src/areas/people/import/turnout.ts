import type { People } from './desired.ts'
import type { PeoplePlan } from './plan-people.ts'

/** Who is there once the plan has been carried out: families and classes are for them alone. */
export interface Turnout {
  /** Whether the person with this roster id will be here. */
  here(sourcedId: string): boolean
  /** Our ids of the people who leave. */
  readonly gone: ReadonlySet<string>
}

/** Works out the turnout of a plan. */
export function turnoutOf(people: People, plan: PeoplePlan): Turnout {
  const joining = new Set(plan.joiners.map(({ sourcedId }) => sourcedId))
  const gone = new Set(plan.leavers.map(({ id }) => id))
  const back = new Set(plan.changes.filter(({ returns }) => returns).map(({ id }) => id))
  return {
    gone,
    here: (sourcedId) => {
      const ours = people.ours(sourcedId)
      if (ours === undefined) return joining.has(sourcedId)
      return !gone.has(ours.id) && (!ours.ended || back.has(ours.id))
    },
  }
}
