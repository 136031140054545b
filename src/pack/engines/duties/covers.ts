import type { CoversProof, Proof } from '../../types/duty.ts'
import type { Pack } from '../../types/pack.ts'

/** A value of a list that has to be covered, with its words. */
export type Topic = Pack['lists'][string]['values'][number]

/** The values that a proof asks for, in the order of their list. */
export function topicsOf(pack: Pack, proof: CoversProof): Topic[] {
  const values = pack.lists[proof.of.slice('list/'.length)]?.values ?? []
  return values.filter(
    ({ id, retired }) => !retired && (proof.only?.includes(id) ?? true) && !proof.except.includes(id),
  )
}

/** An entry of the register that may cover something: its fields. */
export type Entry = Readonly<Record<string, unknown>>

/** The values that no entry for a class (by its id or its name) has covered yet; all of them when there is no entry. */
export function missingTopics(
  pack: Pack,
  proof: CoversProof,
  names: ReadonlySet<unknown>,
  entries: readonly Entry[],
): Topic[] {
  const had = new Set(
    entries.filter((entry) => names.has(entry[proof.class])).flatMap((entry) => [entry[proof.covers]].flat()),
  )
  return topicsOf(pack, proof).filter(({ id }) => !had.has(id))
}

/** Whether nobody ticks a duty off: a signature, a fact or what the register holds shows that it is done. */
export const isComputed = (proof: Proof): boolean => 'signed' in proof || 'when' in proof || 'covers' in proof
