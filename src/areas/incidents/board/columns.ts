import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { AwaitedStep } from './open-steps.ts'

/** A step of a chart with the cases that wait in it. */
export interface BoardColumn {
  readonly step: string
  readonly title: string
  readonly cases: readonly AwaitedStep[]
  readonly total: number
  readonly late: number
  /** Since when the one has waited that waits longest. */
  readonly oldest: Temporal.Instant | null
}

/** A chart in which cases wait. */
export interface BoardChart {
  readonly id: string
  readonly title: string
  readonly total: number
  readonly columns: readonly BoardColumn[]
}

/** What is not in the policy of today, such as a step of an earlier version. */
const ELSEWHERE = 'earlier'

/** The charts in which cases wait, the fullest first, each with its steps in the order of the policy. */
export function boardOf(policy: PolicyInForce, awaited: readonly AwaitedStep[]): BoardChart[] {
  const placed = awaited.map((one) => ({ ...one, ...placeOf(policy.pack, one.place) }))
  return [...Map.groupBy(placed, (one) => one.chart)]
    .map(([id, own]) => {
      const columns = [...Map.groupBy(own, (one) => one.stepId)].map(([step, cases]) => columnOf(step, cases))
      return {
        id,
        title: titleOf(policy, id),
        total: columns.reduce((sum, column) => sum + column.total, 0),
        columns: columns.toSorted(
          (one, other) => orderIn(policy.pack, id, one.step) - orderIn(policy.pack, id, other.step),
        ),
      }
    })
    .toSorted((one, other) => other.total - one.total || (one.id < other.id ? -1 : 1))
}

function columnOf(step: string, cases: readonly AwaitedStep[]): BoardColumn {
  // One step stands at several places of a chart, for instance in the branch of each person: each place has its count.
  const places = [...new Map(cases.map((one) => [one.place, one])).values()]
  const since = cases.map((one) => one.since).toSorted(Temporal.Instant.compare)
  return {
    step,
    title: cases[0]?.step ?? step,
    cases,
    total: places.reduce((sum, one) => sum + one.total, 0),
    late: places.reduce((sum, one) => sum + one.late, 0),
    oldest: since[0] ?? null,
  }
}

/** The chart and the step of a place such as `incident:chart.illegal:triage`: the innermost chart that has the step. */
export function placeOf(pack: Pack, place: string): { chart: string; stepId: string } {
  const at = place.lastIndexOf(':')
  const stepId = place.slice(at + 1)
  for (const part of place.slice(0, Math.max(at, 0)).split('.').toReversed()) {
    const name = part.split(':')[0]?.replace(/^m\d+-/, '') ?? ''
    if (pack.flows[name]?.steps[stepId] !== undefined) return { chart: name, stepId }
  }
  return { chart: pack.records.incident?.steps[stepId] === undefined ? ELSEWHERE : 'incident', stepId }
}

function titleOf({ pack }: PolicyInForce, chart: string): string {
  if (chart === ELSEWHERE) return 'Steps of an earlier version'
  const says = pack.flows[chart]?.says ?? pack.records[chart]?.says
  return says === undefined ? chart : textOf(says)
}

function orderIn(pack: Pack, chart: string, step: string): number {
  const at = Object.keys(pack.flows[chart]?.steps ?? pack.records[chart]?.steps ?? {}).indexOf(step)
  return at === -1 ? Number.MAX_SAFE_INTEGER : at
}
