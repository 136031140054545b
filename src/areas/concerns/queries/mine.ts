import type { PolicyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { sayWorry } from '../worries.ts'
import { countConcerns, listConcerns } from './list-concerns.ts'

/** A concern that somebody looks after, for their home page: what it is about, never what was told. */
export interface MineLine {
  readonly id: string
  readonly about: string
  readonly toldAt: Temporal.Instant
  readonly waitsForUs: boolean
}

const SHOWN = 5

/** The concerns that a person has taken or was given, the longest first, and how many there are. */
export async function myConcerns(
  tx: Tx,
  actor: PersonActor,
  policy: PolicyInForce,
): Promise<{ readonly lines: readonly MineLine[]; readonly count: number }> {
  const filter = { view: 'mine', worry: null, words: '', page: 1, size: SHOWN } as const
  const rows = await listConcerns(tx, actor, { ...filter, sort: { by: 'told', down: false } })
  return {
    lines: rows.map(({ id, aboutKind, toldAt, waitsForUs }) => ({
      id,
      about: sayWorry(policy, aboutKind),
      toldAt,
      waitsForUs,
    })),
    count: rows.length < SHOWN ? rows.length : await countConcerns(tx, actor, filter),
  }
}
