import { z } from 'zod'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A step of a chart that was taken, as rules of notice see it. */
export interface StepTaken {
  /** `flow/illegal#police`. */
  readonly event: string
  readonly at: string
  readonly values: Values
}

const taken = z.object({
  kind: z.enum(['answered', 'done']),
  chart: z.string(),
  stepId: z.string(),
  at: z.string(),
  answers: z.array(z.string()).default([]),
  fields: z.record(z.string(), z.unknown()).default({}),
})

/** The steps of a record that were taken, each once as it was taken last, with the answers of its chart. Run as the system. */
export async function stepsTaken(tx: Tx, policy: PolicyInForce, recordId: string): Promise<StepTaken[]> {
  const events = await readEvents(tx, recordId)
  const latest = new Map(events.map((event) => [`${event.chart}#${event.stepId}`, event]))
  const fields = Object.assign({}, ...events.map((event) => event.fields))
  return [...latest].map(([event, { chart, at }]) => ({
    event,
    at,
    values: { ...fields, answers: answersOf(policy, chart, events) },
  }))
}

/** When each step of the record's own procedure was taken, what was answered there, and every field that any step asked. */
export async function ownRun(
  tx: Tx,
  policy: PolicyInForce,
  record: { readonly id: string; readonly kind: string },
): Promise<{ readonly moments: Readonly<Record<string, string>>; readonly values: Values }> {
  const events = await readEvents(tx, record.id)
  const chart = `record/${record.kind}`
  const own = events.filter((event) => event.chart === chart)
  return {
    moments: Object.fromEntries(own.map((event) => [event.stepId, Temporal.Instant.from(event.at).toString()])),
    values: { ...Object.assign({}, ...events.map((one) => one.fields)), answers: answersOf(policy, chart, events) },
  }
}

async function readEvents(tx: Tx, recordId: string): Promise<z.infer<typeof taken>[]> {
  const rows = await tx
    .selectFrom('app.record_event')
    .select('event')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('seq', '>', 0)
    .orderBy('seq')
    .execute()
  return rows.flatMap((row) => {
    const read = taken.safeParse(row.event)
    return read.success ? [read.data] : []
  })
}

function answersOf(
  policy: PolicyInForce,
  chart: string,
  events: readonly { chart: string; stepId: string; answers: readonly string[] }[],
): Record<string, string | readonly string[]> {
  const [kind, id = ''] = chart.split('/')
  const steps = kind === 'flow' ? policy.pack.flows[id]?.steps : policy.pack.records[id]?.steps
  const answers: Record<string, string | readonly string[]> = {}
  for (const event of events) {
    const step = steps?.[event.stepId]
    if (event.chart !== chart || step === undefined || !('ask' in step)) continue
    answers[event.stepId] = step.choose === '1' ? (event.answers[0] ?? '') : event.answers
  }
  return answers
}
