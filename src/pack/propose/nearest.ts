import type { Known } from './classifier.ts'
import type { Vector } from './features.ts'
import type { Labelled } from './labelled.ts'

/** A clause of a pack that is like the one in question, and what keeps it there. */
export interface Example {
  readonly pack: string
  readonly id: string
  readonly says: string
  readonly keptBy: readonly string[]
  /** How alike they are: nought to one. */
  readonly likeness: number
}

/** A kind of control, and the share of the like clauses that it keeps. */
export interface KeptBy {
  readonly control: string
  readonly share: number
}

/** A near clause, with its label. */
export interface Near {
  readonly clause: Labelled
  readonly example: Example
}

const LOOKED_AT = 30

/** The clauses of the packs that share most with a text, nearest first. */
export function nearest(known: readonly Known[], vector: Vector): Near[] {
  return known
    .map(({ clause, vector: other }) => ({ clause, likeness: product(vector, other) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, LOOKED_AT)
    .filter(({ likeness }) => likeness > 0)
    .map(({ clause, likeness }) => ({
      clause,
      example: { pack: clause.pack, id: clause.id, says: clause.says, keptBy: clause.keptBy, likeness },
    }))
}

/** What keeps the near clauses: the nearer one is, and if it is of the same kind, the more it counts. */
export function keptByOf(near: readonly Near[], kind: Labelled['kind']): KeptBy[] {
  const weights = new Map<string, number>()
  let all = 0
  for (const { clause, example } of near) {
    if (clause.keptBy.length === 0) continue
    const weight = example.likeness * (clause.kind === kind ? 2 : 1)
    all += weight
    for (const control of new Set(clause.keptBy.map((ref) => ref.split('/')[0] ?? '')))
      weights.set(control, (weights.get(control) ?? 0) + weight)
  }
  return [...weights]
    .map(([control, weight]) => ({ control, share: weight / all }))
    .sort((a, b) => b.share - a.share || (a.control < b.control ? -1 : 1))
    .slice(0, 3)
}

function product(a: Vector, b: Vector): number {
  let sum = 0
  for (let left = 0, right = 0; left < a.ids.length && right < b.ids.length; ) {
    const [one = 0, other = 0] = [a.ids[left], b.ids[right]]
    if (one === other) sum += (a.values[left] ?? 0) * (b.values[right] ?? 0)
    if (one <= other) left += 1
    if (other <= one) right += 1
  }
  return sum
}
