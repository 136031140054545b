import type { Clock } from '#core/clock.ts'
import { newId } from '#core/ids.ts'
import type { CurrentPeople, ImportPlan, SchoolRef } from '../import/plan-types.ts'

/** Our id for everything that a plan names by its roster id: what is here already, and a fresh one for what comes. */
export class ImportIds {
  readonly organisationId: string
  readonly #clock: Clock
  readonly #people: Map<string, string>
  readonly #schools: Map<string, string>
  readonly #classes: Map<string, string>

  constructor(organisationId: string, clock: Clock, current: CurrentPeople, plan: ImportPlan) {
    this.organisationId = organisationId
    this.#clock = clock
    this.#people = byRoster(current.people)
    for (const { id, fields } of plan.changes) {
      const adopted = fields.find(({ field }) => field === 'sourcedId')?.to
      if (adopted) this.#people.set(adopted, id)
    }
    this.#schools = byRoster(current.schools)
    this.#classes = byRoster(current.classes)
    this.#add(this.#people, plan.joiners)
    this.#add(this.#schools, plan.schools.add)
    this.#add(this.#classes, plan.classes.add)
  }

  fresh(): string {
    return newId(this.#clock)
  }

  person(sourcedId: string): string {
    return known(this.#people, sourcedId)
  }

  class(sourcedId: string): string {
    return known(this.#classes, sourcedId)
  }

  school(ref: SchoolRef): string {
    return 'id' in ref ? ref.id : known(this.#schools, ref.sourcedId)
  }

  #add(to: Map<string, string>, things: readonly { readonly sourcedId: string }[]): void {
    for (const { sourcedId } of things) to.set(sourcedId, this.fresh())
  }
}

const byRoster = (things: readonly { readonly id: string; readonly sourcedId: string | null }[]): Map<string, string> =>
  new Map(things.flatMap(({ id, sourcedId }) => (sourcedId === null ? [] : [[sourcedId, id] as const])))

function known(ids: ReadonlyMap<string, string>, sourcedId: string): string {
  const id = ids.get(sourcedId)
  if (id === undefined) throw new Error('A plan names somebody or something that is neither here nor joins')
  return id
}
