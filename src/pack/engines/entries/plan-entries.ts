import type { Scalar } from '../../types/value.ts'

/** What an entry says: its title and its fields. */
export interface EntryContent {
  readonly title: string
  readonly fields: Readonly<Record<string, Scalar>>
}

/** An entry that an earlier version brought: what it said then, and how it stands now. */
export interface Seeded {
  readonly id: string
  readonly said: EntryContent
  readonly now: EntryContent
  /** Closed or void: the school has taken it out, or an earlier version has. */
  readonly out: boolean
}

/** What a version does to one entry. */
export type EntryChange =
  | { readonly does: 'add'; readonly id: string; readonly to: EntryContent }
  | { readonly does: 'change'; readonly id: string; readonly to: EntryContent }
  | { readonly does: 'take_out'; readonly id: string }

/**
 * What a version of a policy does to the entries that it brings: new ones are added, those that the school has left alone
 * follow the policy, and what the school has changed or taken out stays as the school has it.
 */
export function planEntries(
  seeded: readonly Seeded[],
  wanted: ReadonlyMap<string, EntryContent>,
): readonly EntryChange[] {
  const known = new Map(seeded.map((one) => [one.id, one]))
  const brought = [...wanted].flatMap(([id, to]): EntryChange[] => {
    const before = known.get(id)
    if (before === undefined) return [{ does: 'add', id, to }]
    return before.out || isChanged(before) || sameContent(before.said, to) ? [] : [{ does: 'change', id, to }]
  })
  const gone = seeded
    .filter((one) => !wanted.has(one.id) && !one.out && !isChanged(one))
    .map(({ id }): EntryChange => ({ does: 'take_out', id }))
  return [...brought, ...gone]
}

/** Whether a school has made something else of what the policy said. */
export const isChanged = ({ said, now }: Pick<Seeded, 'said' | 'now'>): boolean => !sameContent(said, now)

/** Whether two entries say the same, in whatever order their fields stand. */
const sameContent = (a: EntryContent, b: EntryContent): boolean =>
  a.title === b.title && written(a.fields) === written(b.fields)

const written = (fields: EntryContent['fields']): string =>
  JSON.stringify(
    Object.entries(fields)
      .filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
