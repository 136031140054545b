import { policyInForce, textOf } from '#areas/policy/index.ts'
import { circumstancesIn, isSuspendedBy } from '#pack/engines/assents/occasions.ts'
import type { Pack } from '#pack/types/pack.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { FamilyChange } from '../commands/note-change.ts'
import { OVER } from '../request.ts'

/** A change in a family, and what the policy then asks again. */
export interface InQuestion {
  readonly event: FamilyChange
  /** Of circumstances, the kind that the policy names: `list/…#value`; null for any. */
  readonly kind: string | null
  readonly says: string | null
  readonly agreements: readonly string[]
}

const EVENTS: readonly FamilyChange[] = ['circumstances.changed', 'person.changed_parents']

/** The changes that would suspend something of what is asked about a person now. */
export async function inQuestion(tx: Tx, personId: string): Promise<InQuestion[]> {
  const live = await tx
    .selectFrom('app.assent_request')
    .select(['assent', 'school_id'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('about_id', '=', personId)
    .where('state', 'not in', [...OVER])
    .orderBy('asked_at')
    .orderBy('assent')
    .orderBy('id')
    .execute()
  const [first] = live
  if (first === undefined) return []
  const { pack } = await policyInForce(tx, first.school_id)
  const assents = live.flatMap(({ assent }) => pack.assents[assent] ?? [])
  const kinds = circumstancesIn(pack, assents)
  const changes = [
    ...kinds.map((kind) => ({ event: 'circumstances.changed' as const, kind, says: saysOf(pack, kind) })),
    ...EVENTS.filter((event) => event !== 'circumstances.changed' || kinds.length === 0).map((event) => ({
      event,
      kind: null,
      says: null,
    })),
  ]
  return changes.flatMap(({ event, kind, says }) => {
    const agreements = assents.flatMap((assent) =>
      isSuspendedBy(assent, event, kind ?? undefined) ? [textOf(assent.says)] : [],
    )
    return agreements.length === 0 ? [] : [{ event, kind, says, agreements }]
  })
}

function saysOf(pack: Pack, kind: string): string | null {
  const parts = partsOf(kind)
  const value = pack.lists[parts?.id ?? '']?.values.find((one) => one.id === parts?.part)
  return value === undefined ? null : textOf(value.says)
}
