import { textOf } from '#areas/policy/index.ts'
import { bySection } from '#pack/compare/by-section.ts'
import { comparePacks, type PackChanges } from '#pack/compare/compare-packs.ts'
import { type Proposal, proposeMaterial } from '#pack/compare/propose-material.ts'
import { type TouchedAssent, touchedAssents } from '#pack/compare/touched-assents.ts'
import { asWritten } from '#pack/engines/schools/pack-of.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { SaidSection } from './types.ts'

/** What differs between two packs, as pages tell it. */
export interface SaidChanges {
  readonly changes: PackChanges
  readonly sections: readonly SaidSection[]
  /** Of the policy as a whole. */
  readonly whole: readonly string[]
  readonly count: number
  readonly proposal: Proposal
  readonly assents: readonly TouchedAssent[]
}

// Packs are held while they are in use, and so is what differs between two of them.
const known = new WeakMap<Pack, WeakMap<Pack, SaidChanges>>()

/** What differs between two packs, worked out once for as long as both are held. */
export function readChanges(before: Pack, after: Pack): SaidChanges {
  const [old, now] = [asWritten(before), asWritten(after)]
  const ofOld = known.get(old) ?? new WeakMap<Pack, SaidChanges>()
  known.set(old, ofOld)
  const held = ofOld.get(now)
  if (held !== undefined) return held
  const changes = comparePacks(old, now)
  const said: SaidChanges = {
    changes,
    sections: bySection(old, now, changes).map((section) => ({ ...section, title: textOf(section.title) })),
    whole: changes.whole.map((one) => one.says),
    count: changes.clauses.length + changes.things.length + changes.whole.length,
    proposal: proposeMaterial(old, now, changes),
    assents: touchedAssents(now, changes),
  }
  ofOld.set(now, said)
  return said
}
