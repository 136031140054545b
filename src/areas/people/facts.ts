import type { PersonKind } from '#pack/engines/audience/person.ts'
import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'

/** A fact of people that a pack takes from a form, as a field. */
export interface FormFact {
  /** Without `person.`. */
  readonly id: string
  readonly sensitive: boolean
  /** The posts that see and set it when it is sensitive. */
  readonly seenBy: readonly string[]
  readonly field: Field
}

/** The facts that a pack takes `from: form` of somebody of these kinds, in the order of the pack. */
export function formFacts(pack: Pack, kinds: readonly PersonKind[]): FormFact[] {
  return Object.entries(pack.facts).flatMap(([name, fact]) => {
    if (!name.startsWith('person.') || !('from' in fact) || fact.from !== 'form') return []
    if (fact.of.length > 0 && !fact.of.some((kind) => kinds.includes(kind))) return []
    const id = name.slice('person.'.length)
    const field: Field = {
      id,
      asks: fact.says ?? id.replaceAll('_', ' '),
      type: fact.type,
      required: false,
      many: fact.many,
      sensitive: fact.sensitive,
      clauses: [],
    }
    const seenBy = fact.seen_by.map((party) => party.slice('party/'.length))
    return [{ id, sensitive: fact.sensitive, seenBy, field }]
  })
}

/** Whether the holder of these posts may set a fact: whoever keeps the people, and of a sensitive one those who see it. */
export const maySetFact = (fact: FormFact, posts: readonly string[], keeps: boolean): boolean =>
  fact.sensitive ? posts.some((post) => fact.seenBy.includes(post)) : keeps
