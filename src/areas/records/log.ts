import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { sayingOf } from '#pack/engines/flow/open.ts'
import type { RunEvent } from '#pack/engines/flow/run.ts'
import { isStepEvent } from '#pack/engines/flow/run.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** Where the log keeps what was done and why, beside the form's own fields: columns of a pack show them as `actions` and `reasons`. */
export const LOG_ACTIONS = '_actions'
export const LOG_REASONS = '_reasons'

/** Writes what was done, why, and the fields that the steps asked for into the record, so that its list can show them. Runs as the system. */
export async function noteInLog(
  tx: Tx,
  policy: PolicyInForce,
  recordId: string,
  events: readonly RunEvent[],
): Promise<void> {
  const steps = events.filter(isStepEvent)
  const actions = steps
    .filter((event) => event.kind === 'done')
    .map((event) => titleOf(policy, event.chart, event.stepId))
  const reasons = steps.flatMap((event) =>
    ['reason' in event ? event.reason : undefined, event.note].filter((words) => words !== undefined && words !== ''),
  )
  const fields = Object.assign({}, ...steps.map((event) => event.fields ?? {}))
  if (actions.length === 0 && reasons.length === 0 && Object.keys(fields).length === 0) return
  const added = sql<string>`fields || ${JSON.stringify(fields)}::jsonb
    || jsonb_build_object(${LOG_ACTIONS}::text, coalesce(fields -> ${LOG_ACTIONS}::text, '[]') || ${JSON.stringify(actions)}::jsonb,
                          ${LOG_REASONS}::text, coalesce(fields -> ${LOG_REASONS}::text, '[]') || ${JSON.stringify(reasons)}::jsonb)`
  await tx
    .updateTable('app.record_detail')
    .set({ fields: added })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .execute()
}

function titleOf(policy: PolicyInForce, chart: string, stepId: string): string {
  const [kind, id = ''] = chart.split('/')
  const step = (kind === 'flow' ? policy.pack.flows[id]?.steps : policy.pack.records[id]?.steps)?.[stepId]
  return step === undefined ? stepId : textOf(step.title ?? sayingOf(step, stepId))
}
