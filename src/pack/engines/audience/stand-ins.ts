import type { Pack } from '../../types/pack.ts'
import { partyOf } from './person.ts'

/** Who holds each party today, by reference or word (`opener`). */
export type Holders = Readonly<Record<string, readonly string[]>>

/** What keeps holders from acting now. */
export interface Situation {
  /** Named in the case in a part that keeps them out. */
  readonly keptOut: readonly string[]
  readonly away: readonly string[]
}

/** The people who act for a party now. */
export interface Acting {
  /** The party that acts: the one asked for, or the one that stands in. */
  readonly party: string
  readonly people: readonly string[]
  readonly why: 'holds' | 'stands_in_named' | 'stands_in_away' | 'nobody'
}

/**
 * The people who act for a party: its holders, without anybody whom the case keeps out or who is away; when none is
 * left, those of the party that stands in. A case about the head so reaches the chair of governors.
 */
export function actingFor(pack: Pack, ref: string, holders: Holders, situation: Situation): Acting {
  let at: string | undefined = ref
  let why: Acting['why'] = 'holds'
  const seen = new Set<string>()
  while (at !== undefined && !seen.has(at)) {
    seen.add(at)
    const held: readonly string[] = holders[at] ?? []
    const free = held.filter((person) => !situation.keptOut.includes(person))
    const here = free.filter((person) => !situation.away.includes(person))
    if (here.length > 0) return { party: at, people: here, why }
    const named = held.length > 0 && free.length === 0
    if (why !== 'stands_in_named') why = named ? 'stands_in_named' : 'stands_in_away'
    at = nextIn(pack, at, named, seen)
  }
  return { party: ref, people: [], why: 'nobody' }
}

function nextIn(pack: Pack, ref: string, named: boolean, seen: ReadonlySet<string>): string | undefined {
  const party = partyOf(pack, ref)
  if (party?.kind === 'relation') return party.else
  if (party?.kind !== 'post' || party.instead === undefined) return undefined
  const { away, named_in_case } = party.instead
  const [first, second] = named ? [named_in_case, away] : [away, named_in_case]
  return first !== undefined && !seen.has(first) ? first : second
}
