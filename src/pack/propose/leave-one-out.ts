import { type Proposal, trainClassifier } from './classifier.ts'
import type { Labelled } from './labelled.ts'

/** How often something was right among all clauses of a policy that was left out. */
export interface Score {
  readonly pack: string
  readonly clauses: number
  readonly right: Right
  /** What the most frequent answer of the other policies would have got. */
  readonly majority: Right
}

interface Right {
  readonly kind: number
  readonly area: number
  /** The first proposed kind of control is one that keeps the clause, among the clauses that something keeps. */
  readonly keptBy: number
}

/** Leaves each policy out in turn, learns from the others, and asks about the one that was left out. */
export function leaveOneOut(clauses: readonly Labelled[]): Score[] {
  return [...Map.groupBy(clauses, ({ pack }) => pack)].map(([pack, out]) => {
    const others = clauses.filter((clause) => clause.pack !== pack)
    const classifier = trainClassifier(others)
    const proposals = out.map((clause) => ({ clause, proposal: classifier.propose(clause) }))
    const usual = {
      kind: mostFrequent(others.map(({ kind }) => kind)),
      area: mostFrequent(others.map(({ area }) => area)),
      control: mostFrequent(others.flatMap(controlsOf)),
    }
    return {
      pack,
      clauses: out.length,
      right: shareRight(proposals, (proposal) => ({
        kind: proposal.kind.is,
        area: proposal.area.is,
        control: proposal.keptBy[0]?.control,
      })),
      majority: shareRight(proposals, () => usual),
    }
  })
}

interface Answer {
  readonly kind: string | undefined
  readonly area: string | undefined
  readonly control: string | undefined
}

function shareRight(
  asked: readonly { clause: Labelled; proposal: Proposal }[],
  answerOf: (proposal: Proposal) => Answer,
): Right {
  const kept = asked.filter(({ clause }) => clause.keptBy.length > 0)
  const share = (among: typeof asked, right: (clause: Labelled, answer: Answer) => boolean): number =>
    among.filter(({ clause, proposal }) => right(clause, answerOf(proposal))).length / Math.max(1, among.length)
  return {
    kind: share(asked, (clause, { kind }) => clause.kind === kind),
    area: share(asked, (clause, { area }) => clause.area === area),
    keptBy: share(kept, (clause, { control }) => controlsOf(clause).includes(control ?? '')),
  }
}

const controlsOf = (clause: Labelled): string[] => [...new Set(clause.keptBy.map((ref) => ref.split('/')[0] ?? ''))]

const mostFrequent = (names: readonly string[]): string | undefined =>
  [...Map.groupBy(names, (name) => name)].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))[0]?.[0]
