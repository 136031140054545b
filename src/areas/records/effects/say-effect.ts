import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { Effect } from '#pack/types/effect.ts'
import type { Pack } from '#pack/types/pack.ts'
import { partsOf } from '#pack/types/parts.ts'

/** What somebody has to do where Kept cannot do it, in a few words. */
export function sayEffect({ pack }: PolicyInForce, effect: Effect): string {
  if ('close' in effect) return `Close: ${sayThing(pack, effect.close)}`
  if ('open' in effect) return `Open: ${sayThing(pack, effect.open)}`
  if ('lock' in effect) return effect.lock === 'account' ? 'Lock the account' : `Lock: ${effect.lock}`
  if ('letter' in effect) return `Send the letter: ${sayThing(pack, effect.letter)}`
  if ('list' in effect) return `Put on the list: ${sayThing(pack, effect.list)}`
  if ('unlist' in effect) return `Take off the list: ${sayThing(pack, effect.unlist)}`
  if ('start' in effect) return `Begin: ${sayThing(pack, effect.start)}`
  return 'Do what the policy asks'
}

/** A thing of the pack in its own words. */
export function sayThing(pack: Pack, ref: string): string {
  const parts = partsOf(ref)
  if (parts === null) return ref
  const holders: Readonly<Record<string, Readonly<Record<string, { readonly says: Pack['pack']['title'] }>>>> = {
    guard: pack.guards,
    document: pack.documents,
    record: pack.records,
    duty: pack.duties,
    flow: pack.flows,
    assent: pack.assents,
    action: pack.actions,
    exception: pack.exceptions,
    measure: pack.measures,
    conduct: pack.conduct,
    table: pack.tables,
    grant: pack.grants,
  }
  const says = holders[parts.kind]?.[parts.id]?.says
  return says === undefined ? parts.id.replaceAll('_', ' ') : textOf(says)
}
