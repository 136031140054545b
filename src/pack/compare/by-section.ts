import type { Text } from '../types/base.ts'
import type { Pack } from '../types/pack.ts'
import type { ClauseChange } from './clauses.ts'
import type { PackChanges } from './compare-packs.ts'
import type { ThingChange } from './things.ts'

/** The changes of one section; of none in particular when `id` is null. */
export interface SectionChanges {
  readonly id: string | null
  readonly title: Text
  readonly clauses: readonly ClauseChange[]
  readonly things: readonly ThingChange[]
}

/** Changes grouped by section, in the order of the later pack; what keeps no clause stands at the end. Each stands once. */
export function bySection(before: Pack, after: Pack, changes: PackChanges): SectionChanges[] {
  const sections = new Map([...before.sections, ...after.sections].map((section) => [section.id, section.title]))
  const order = [...new Set([...after.sections, ...before.sections].map((section) => section.id))]
  const sectionOf = new Map([...before.clauses, ...after.clauses].map((clause) => [clause.id, clause.section]))
  const clauses = Map.groupBy(changes.clauses, (clause) => known(sections, clause.section))
  const things = Map.groupBy(changes.things, (thing) => known(sections, sectionOf.get(thing.clauses[0] ?? '')))
  return [...order, null].flatMap((id) => {
    const own = { clauses: clauses.get(id) ?? [], things: things.get(id) ?? [] }
    if (own.clauses.length + own.things.length === 0) return []
    return [{ id, title: id === null ? 'Other parts of the policy' : (sections.get(id) ?? id), ...own }]
  })
}

const known = (sections: ReadonlyMap<string, unknown>, id: string | undefined): string | null =>
  id !== undefined && sections.has(id) ? id : null
