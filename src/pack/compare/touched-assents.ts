import { isAskedOn } from '../engines/assents/occasions.ts'
import type { Pack } from '../types/pack.ts'
import type { PackChanges } from './compare-packs.ts'

/** An agreement whose text or terms read differently for those who sign it. */
export interface TouchedAssent {
  /** Without `assent/`. */
  readonly assent: string
  readonly title: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Ids of the statements that came, went or changed. */
  readonly items: readonly string[]
  /** Nothing but spelling: what was signed still says the same. */
  readonly spellingOnly: boolean
  /** The pack asks anew when the policy changes in substance. */
  readonly askedAgain: boolean
}

/** The moment that a material change of the policy is. */
export const MATERIAL_CHANGE = 'document/policy#material_change'

// What a signer reads or is bound by; reminders, certificates and the like concern the school only.
const SIGNED =
  /^(says|intro|items|fields|read_first|about|for|asked|basis|silence|lasts|suspended_by|withdraw|anonymous|open_for|when)(\/|$)/

/** The agreements that a change touches, in the order of the pack. */
export const touchedAssents = (after: Pack, changes: PackChanges): TouchedAssent[] =>
  changes.things.flatMap((thing) => {
    if (thing.kind !== 'assent') return []
    const own = thing.differences.filter((one) => SIGNED.test(one.path) && !KEEPS.test(one.path))
    if (thing.change === 'changed' && own.length === 0) return []
    const assent = thing.ref.slice('assent/'.length)
    const now = after.assents[assent]
    return [
      {
        assent,
        title: thing.title,
        change: thing.change,
        items: [...new Set(own.flatMap((one) => /^items\/#([^/]+)/.exec(one.path)?.[1] ?? []))],
        spellingOnly: thing.change === 'changed' && own.every((one) => one.nature === 'spelling'),
        askedAgain: now !== undefined && isAskedOn(now, MATERIAL_CHANGE),
      },
    ]
  })

// Which clauses a statement keeps is bookkeeping: nobody signs it.
const KEEPS = /\/(clauses|states)(\/|$)/
