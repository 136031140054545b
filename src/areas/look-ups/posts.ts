import { wordsOf } from '#pack/engines/words.ts'
import { Words } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'

/** Somebody who holds a post now. */
export interface Holder {
  readonly post: string
  readonly name: string
  readonly email: string | null
  /** Null for a post that is held for every school. */
  readonly school: string | null
}

/** A post of the policy with whoever holds it. */
export interface PostLine {
  readonly id: string
  readonly says: string
  readonly holders: readonly Holder[]
  /** Who acts when the holder is away, and in a case about the holder; in the policy's words. */
  readonly away: string | null
  readonly named: string | null
  readonly duties: readonly string[]
}

/** Every post of a policy in its own order, with holders, stand-ins and duties. */
export function postsOf(pack: Pack, holders: readonly Holder[], language: string): PostLine[] {
  const words = new Words(pack, language)
  return Object.entries(pack.parties).flatMap(([id, party]) => {
    if (party.kind !== 'post') return []
    const own = holders.filter((holder) => holder.post === id)
    const stand = (ref: string | undefined) => (ref === undefined ? null : sayWith(words, holders, ref))
    return [
      {
        id,
        says: wordsOf(party.says, language),
        holders: own,
        away: stand(party.instead?.away),
        named: stand(party.instead?.named_in_case),
        duties: Object.values(pack.duties)
          .filter((duty) => partiesIn(duty.owner).includes(`party/${id}`))
          .map((duty) => wordsOf(duty.says, language)),
      },
    ]
  })
}

function sayWith(words: Words, holders: readonly Holder[], ref: string): string {
  const names = holders.filter((holder) => `party/${holder.post}` === ref).map((holder) => holder.name)
  const post = words.one(ref)
  return names.length === 0 ? post : `${names.join(', ')} (${post})`
}

const partiesIn = (who: Pack['duties'][string]['owner']): readonly string[] =>
  typeof who === 'string' ? [who] : 'any_of' in who ? who.any_of : who.all_of
