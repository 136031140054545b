import { labelledPacks } from '#areas/drafting/index.ts'
import { trainClassifier } from '#pack/propose/classifier.ts'
import { leaveOneOut, type Score } from '#pack/propose/leave-one-out.ts'
import { type Figure, peakMemory, percentile, round } from '../support/figure.ts'

/** How often a clause of a policy that was left out gets its right kind, area and control, beside the most frequent answer. */
export function classifierFigures(report: (line: string) => void): Figure[] {
  report('the clauses of the packs')
  const clauses = labelledPacks()
  report('training on all of them')
  const began = performance.now()
  const classifier = trainClassifier(clauses)
  const seconds = round((performance.now() - began) / 1000)
  const times = clauses.slice(0, 200).map((clause) => {
    const at = performance.now()
    classifier.propose(clause)
    return performance.now() - at
  })
  report('leaving each policy out')
  const scores = leaveOneOut(clauses)
  return [
    share('kind of a clause, its policy left out', scores, ({ kind }) => kind),
    share('area of a clause, its policy left out', scores, ({ area }) => area),
    share('first control proposed keeps the clause, its policy left out', scores, ({ keptBy }) => keptBy),
    {
      name: 'training the classifier',
      unit: 's',
      value: seconds,
      limit: 3,
      ratio: round(seconds / 3),
      p50_ms: percentile(times, 0.5),
      p99_ms: percentile(times, 0.99),
      rss_mb: peakMemory(),
      note: `on ${clauses.length} clauses; the limit is the promise of 3 s; p50 and p99 are one proposal`,
    },
  ]
}

/** Shares of all clauses, so that a long policy counts as much as it has clauses. */
function share(name: string, scores: readonly Score[], of: (right: Score['right']) => number): Figure {
  const all = scores.reduce((sum, { clauses }) => sum + clauses, 0)
  const mean = (side: 'right' | 'majority'): number =>
    round(scores.reduce((sum, score) => sum + of(score[side]) * score.clauses, 0) / all)
  const [value, limit] = [mean('right'), mean('majority')]
  const each = scores
    .map((score) => `${score.pack} ${round(of(score.right))} (${round(of(score.majority))})`)
    .join(', ')
  const note = `share right of ${all} clauses; the limit is the most frequent answer of the other policies; ${each}`
  return {
    name,
    unit: 'share',
    value,
    limit,
    ratio: round(value / limit),
    p50_ms: null,
    p99_ms: null,
    rss_mb: peakMemory(),
    note,
  }
}
