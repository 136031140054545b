import { Refused } from '#core/errors.ts'
import type { Clause } from '#pack/types/clause.ts'
import type { Pack } from '#pack/types/pack.ts'

/** One clause of a content, or a refusal. */
export function clauseOf(pack: Pack, id: string): Clause {
  const clause = pack.clauses.find((one) => one.id === id)
  if (clause === undefined)
    throw new Refused('policy.clause.gone', 'This clause is not in the draft any more. Look at it again.')
  return clause
}

/** The content with one clause changed. */
export const withClause = (pack: Pack, id: string, change: Partial<Clause>): Pack => ({
  ...pack,
  clauses: pack.clauses.map((clause) => (clause.id === id ? { ...clause, ...change } : clause)),
})

/** The content without a clause, and with nothing that names it. */
export const withoutClause = (pack: Pack, id: string): Pack => ({
  ...unnamed(pack, id),
  clauses: pack.clauses.filter((clause) => clause.id !== id),
})

/** The content with a clause after another, or as the first. */
export function withNewClause(pack: Pack, after: string | null, clause: Clause): Pack {
  const index = after === null ? 0 : pack.clauses.findIndex(({ id }) => id === after) + 1
  return { ...pack, clauses: pack.clauses.toSpliced(index, 0, clause) }
}

/** The id of the second half of a clause: the first letter that is free. */
export function halfId(pack: Pack, id: string): string {
  const taken = new Set(pack.clauses.map((clause) => clause.id))
  const free = [...'bcdefghijklmnopqrstuvwxyz'].map((letter) => `${id}${letter}`).find((one) => !taken.has(one))
  if (free === undefined) throw new Refused('policy.clause.halves', 'This clause was split too often. Write it anew.')
  return free
}

/** Where a text may be cut in two: after a sentence, a semicolon, a comma, or before “and”. Each as the two halves. */
export function cutsOf(text: string): { readonly at: number; readonly first: string; readonly second: string }[] {
  return [...text.matchAll(/[.;:,](?=\s)|\s(?=and\s)/g)]
    .map((match) => match.index + (match[0].trim() === '' ? 0 : 1))
    .map((at) => ({ at, first: text.slice(0, at).trim(), second: text.slice(at).trim() }))
    .filter(({ first, second }) => first.split(/\s+/).length > 1 && second.split(/\s+/).length > 1)
}

/** A copy in which no list of clauses holds this one. Everything but the clauses themselves is looked through. */
function unnamed(pack: Pack, id: string): Pack {
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) {
      const kept = key === 'clauses' || key === 'states' ? value.filter((one) => one !== id) : value
      return kept.map((one: unknown) => walk(one, ''))
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]))
  }
  const { clauses, ...rest } = pack
  // The same values with fewer names in some lists: the type stays.
  return { ...(walk(rest, '') as Omit<Pack, 'clauses'>), clauses }
}
