import type { AskedEvidence, EvidenceKind } from '../../types/evidence.ts'
import type { Step } from '../../types/step.ts'
import type { StepInput } from './answer.ts'
import { type Fault, fault } from './checks.ts'
import type { FlowContext } from './run.ts'

/** An item of evidence as a step looks at it. */
export interface EvidenceAtHand {
  readonly id: string
  readonly kind: EvidenceKind
  /** What a page calls it. */
  readonly says: string
  /** Whoever took it has signed, and whoever is named as its witness. */
  readonly signed: boolean
  /** Somebody who was there has signed for it. */
  readonly witnessed: boolean
}

/** The evidence of a record, and whether no file may be taken in it now. */
export interface EvidenceOfRecord {
  readonly items: readonly EvidenceAtHand[]
  readonly filesShut: boolean
}

const COPIES: readonly EvidenceKind[] = ['file', 'screenshot', 'printed']

/** Whether evidence of a kind is a copy of what it shows: where files are never allowed there is none. */
export const isCopy = (kind: EvidenceKind): boolean => COPIES.includes(kind)

/** The item of evidence that a step asks for. */
export const evidenceOf = (step: Step): AskedEvidence | null => ('evidence' in step ? (step.evidence ?? null) : null)

/** The kinds that are taken for it: where no file may be taken, words stand for the picture. */
export function kindsTaken({ kinds }: AskedEvidence, { filesShut }: EvidenceOfRecord): readonly EvidenceKind[] {
  if (!filesShut || !kinds.some(isCopy)) return kinds
  const left: readonly EvidenceKind[] = kinds.filter((kind) => !isCopy(kind))
  return left.includes('described') ? left : [...left, 'described']
}

/** Why an item is not what a step asks for; null when it is. */
export function lacksOf(asked: AskedEvidence, item: EvidenceAtHand, evidence: EvidenceOfRecord): string | null {
  if (!kindsTaken(asked, evidence).includes(item.kind)) return 'This step asks for another kind of evidence.'
  if (!item.signed) return 'Not everybody has signed for this item yet.'
  return asked.witness === 'required' && !item.witnessed
    ? 'Somebody who was there has to sign for this item as its witness.'
    : null
}

/** A step that asks for evidence is done with an item of the record that everybody has signed for. */
export function checkEvidence(step: Step, input: StepInput, { evidence = NONE }: FlowContext): Fault | null {
  const asked = evidenceOf(step)
  if (asked === null) return null
  const item = evidence.items.find(({ id }) => id === input.item)
  const says = item === undefined ? 'Add the item of evidence first.' : lacksOf(asked, item, evidence)
  return says === null ? null : fault('evidence', says, { item: says })
}

const NONE: EvidenceOfRecord = { items: [], filesShut: false }
