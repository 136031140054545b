import { textOf } from '#areas/policy/index.ts'
import type { Case } from '#areas/records/index.ts'
import { sayingOf } from '#pack/engines/flow/open.ts'
import { isStepEvent } from '#pack/engines/flow/run.ts'
import { membersOf } from '#pack/types/parts.ts'
import type { FollowUp } from '#pack/types/step.ts'

/** A step of a case from which something may follow for the school. */
export interface FollowUpStep {
  /** The visit. */
  readonly key: string
  readonly title: string
  readonly kinds: readonly FollowUp[]
  /** Who may take it. */
  readonly by: readonly string[]
  readonly clauses: readonly string[]
}

/** The steps of a case that are open or have been taken, and from which the policy says that something may follow; in their order. */
export function followUpSteps(one: Pick<Case, 'policy' | 'run' | 'open'>): FollowUpStep[] {
  const taken = one.run.events.filter(isStepEvent).map(({ step, chart, stepId }) => ({ key: step, chart, stepId }))
  const open = one.open.filter((step) => !step.early)
  const all = new Map([...taken, ...open].map(({ key, chart, stepId }) => [key, { chart, stepId }]))
  return [...all].flatMap(([key, { chart, stepId }]) => {
    const [kind, id = ''] = chart.split('/')
    const { pack } = one.policy
    const chartOf = kind === 'flow' ? pack.flows[id] : pack.records[id]
    const step = chartOf?.steps[stepId]
    if (step?.follow_up === undefined) return []
    const by = step.by ?? (kind === 'flow' ? pack.flows[id]?.by : pack.records[id]?.handled_by)
    return [
      {
        key,
        title: textOf(step.title ?? sayingOf(step, stepId)),
        kinds: step.follow_up,
        by: by === undefined ? [] : membersOf(by),
        clauses: step.clauses,
      },
    ]
  })
}
