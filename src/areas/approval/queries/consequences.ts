import { whomToAsk } from '#areas/assents/index.ts'
import { type PolicyInForce, textOf } from '#areas/policy/index.ts'
import type { PackChanges } from '#pack/compare/compare-packs.ts'
import { MATERIAL_CHANGE } from '#pack/compare/touched-assents.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { allHolders } from './members.ts'

/** What a publication will do, before it is done. */
export interface Consequences {
  /** By agreement: how many are asked about whom a signature stands or fell due, when the change is material. */
  readonly asked: readonly {
    readonly assent: string
    readonly title: string
    readonly people: number
    readonly again: boolean
  }[]
  readonly duties: readonly { readonly title: string; readonly says: string }[]
  /** Posts that the policy needs and nobody holds. */
  readonly empty: readonly string[]
}

// No version has this id: what is asked under it has been asked under none.
const NOT_YET = '00000000-0000-0000-0000-000000000000'

/** What follows from publishing a pack over the version in force, as a material change. */
export async function readConsequences(
  tx: Tx,
  inForce: PolicyInForce | null,
  pack: Pack,
  changes: PackChanges | null,
): Promise<Consequences> {
  return asSystem(tx, async () => ({
    asked: await askedBy(tx, inForce, pack),
    duties: (changes?.things ?? []).flatMap((thing) =>
      thing.kind !== 'duty'
        ? []
        : [
            {
              title: thing.title,
              says:
                thing.change === 'changed'
                  ? thing.differences.map((one) => one.says).join('; ')
                  : `${thing.change === 'added' ? 'New' : 'No longer'}: ${thing.says}`,
            },
          ],
    ),
    empty: await emptyPosts(tx, pack),
  }))
}

async function askedBy(tx: Tx, inForce: PolicyInForce | null, pack: Pack): Promise<Consequences['asked']> {
  if (inForce === null) return []
  const next: PolicyInForce = { ...inForce, id: NOT_YET, number: inForce.number + 1, pack }
  const again = (await whomToAsk(tx, next, { event: MATERIAL_CHANGE })).toAsk
  const first = (await whomToAsk(tx, next)).toAsk.filter((one) => one.replaces === null)
  const known = new Set(again.map((one) => `${one.assent} ${one.aboutId}`))
  const all = [...again, ...first.filter((one) => !known.has(`${one.assent} ${one.aboutId}`))]
  return [...Map.groupBy(all, (one) => one.assent)].map(([assent, own]) => ({
    assent,
    title: textOf(pack.assents[assent]?.says ?? assent),
    people: own.length,
    again: own.some((one) => one.replaces !== null),
  }))
}

async function emptyPosts(tx: Tx, pack: Pack): Promise<string[]> {
  const holders = await allHolders(tx)
  return Object.entries(pack.parties).flatMap(([id, party]) =>
    party.kind === 'post' && party.required && (holders[`party/${id}`] ?? []).length === 0 ? [textOf(party.says)] : [],
  )
}
