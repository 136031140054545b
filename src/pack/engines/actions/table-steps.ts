import type { Effect } from '../../types/effect.ts'
import type { Pack } from '../../types/pack.ts'
import { partsOf } from '../../types/parts.ts'
import type { Answer, Steps, TableStep } from '../../types/step.ts'
import type { Table } from '../../types/table.ts'
import type { AppliedStep } from '../tables/applied.ts'

type Outcome = Table['outcomes'][number]

/** The steps of a chart, with a question in the place of each that applies a table. */
export function withTables(pack: Pack, steps: Steps): Steps {
  if (!Object.values(steps).some((step) => 'table' in step)) return steps
  const made: Steps = {}
  for (const [id, step] of Object.entries(steps)) {
    const table = 'table' in step ? pack.tables[partsOf(step.table)?.id ?? ''] : undefined
    if (!('table' in step) || table === undefined) {
      made[id] = step
      continue
    }
    made[id] = asQuestion(step, table, id)
    for (const outcome of table.outcomes) {
      const flow = flowOf(outcome)
      if (flow !== null && step.leads[outcome.id] === undefined)
        made[callId(id, outcome.id)] = { ...BARE, call: flow, optional: false, next: step.next, says: outcome.says }
    }
  }
  return made
}

const BARE = { late: [], never_waits: false, two_people: false, effects: [], fields: [], clauses: [] }

function asQuestion(step: TableStep, table: Table, id: string): AppliedStep {
  const { table: ref, says, with: given, leads, next, ...common } = step
  const answers = table.outcomes.map(
    (outcome): Answer => ({
      id: outcome.id,
      says: outcome.says,
      next: leads[outcome.id] ?? (flowOf(outcome) === null ? next : callId(id, outcome.id)),
      effects: effectsOf(outcome),
      fields: [],
      clauses: [],
    }),
  )
  return { ...common, ask: says, answers, choose: '0..', join: next, applies: { ref, table, with: given } }
}

const callId = (step: string, outcome: string): string => `${step}_${outcome}`.slice(0, 60)

function flowOf({ does }: Outcome): `flow/${string}` | null {
  return does !== undefined && isFlow(does) ? does : null
}

const isFlow = (ref: string): ref is `flow/${string}` => ref.startsWith('flow/')

/** What a chosen outcome does by itself: it begins an action, a record or a notice, or has a letter written. */
export function effectsOf({ does }: Outcome): Effect[] {
  if (does === undefined) return []
  const parts = partsOf(does)
  if (parts?.kind === 'document') return [{ letter: `document/${parts.id}` }]
  if (parts?.kind === 'action') return [{ start: `action/${parts.id}` }]
  if (parts?.kind === 'record') return [{ start: `record/${parts.id}` }]
  return parts?.kind === 'notify' ? [{ start: `notify/${parts.id}` }] : []
}
