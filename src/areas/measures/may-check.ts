import { holdersAt } from '#areas/notices/index.ts'
import { awayToday } from '#areas/people/index.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import type { Measure } from '#pack/types/measure.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'

/** In which post somebody checks a measure at a school. */
export interface ChecksAs {
  /** The post that the policy asks, without `party/`. */
  readonly party: string
  readonly standsIn: boolean
}

/**
 * As what a person may check a measure at a school: as a post that the policy names, or in its place while nobody who holds
 * it can. Whoever holds the measure itself never checks it, whatever other post is theirs. Null when they may not.
 */
export async function mayCheck(
  tx: Tx,
  pack: Pack,
  measure: Measure,
  person: { readonly personId: string; readonly schoolId: string },
): Promise<ChecksAs | null> {
  const { holders, away } = await asSystem(tx, async () => ({
    holders: await holdersAt(tx, person.schoolId),
    away: await awayToday(tx),
  }))
  const keptOut = holdersOf(measure, holders)
  const found = partiesAsked(measure).flatMap((ref) => {
    const acting = actingFor(pack, ref, holders, { keptOut, away })
    return acting.people.includes(person.personId)
      ? [{ party: ref.slice('party/'.length), standsIn: acting.party !== ref }]
      : []
  })
  return found.find((one) => !one.standsIn) ?? found[0] ?? null
}

const holdersOf = ({ held_by }: Measure, holders: Holders): readonly string[] =>
  held_by === 'kept' ? [] : (holders[held_by] ?? [])

function partiesAsked({ checked }: Measure): string[] {
  if (checked === undefined) return []
  const { by } = checked
  const asked = typeof by === 'string' ? [by] : 'any_of' in by ? by.any_of : by.all_of
  return asked.filter((one) => one.startsWith('party/'))
}
