import type { Pack } from '#pack/types/pack.ts'

/** A thing of a pack that keeps clauses, by itself or by its items. */
interface Keeper {
  readonly clauses: readonly string[]
  readonly items?: readonly { readonly clauses: readonly string[]; readonly states: readonly string[] }[]
  readonly rows?: readonly { readonly clauses: readonly string[] }[]
}

/** Things of a pack in the order in which its clauses speak of them: how they were stored is no order for a reader. */
export function inOrder<T extends Keeper>(pack: Pack, things: Readonly<Record<string, T>>): [string, T][] {
  const places = new Map(pack.clauses.map((clause, at) => [clause.id, at]))
  const first = ({ clauses, items = [], rows = [] }: Keeper) =>
    Math.min(
      ...[
        ...clauses,
        ...items.flatMap((item) => [...item.clauses, ...item.states]),
        ...rows.flatMap((row) => row.clauses),
      ].map((clause) => places.get(clause) ?? Number.POSITIVE_INFINITY),
    )
  return Object.entries(things)
    .map(([id, thing]) => ({ id, thing, at: first(thing) }))
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at - b.at))
    .map(({ id, thing }) => [id, thing])
}
