import { z } from 'zod'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Taken } from '#pack/engines/flow/answer.ts'
import { startRun } from '#pack/engines/flow/answer.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Run, RunEvent, Start } from '#pack/engines/flow/run.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { askedOf } from './asked-of.ts'
import { flowContext } from './flow-context.ts'
import type { NewPerson } from './people.ts'
import { inPart } from './people.ts'

/** Reads a record's run: its start is event 0, what happened follows in order. */
export async function loadRun(tx: Tx, recordId: string): Promise<Run> {
  const rows = await tx
    .selectFrom('app.record_event')
    .select('event')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .orderBy('seq')
    .execute()
  const [start, ...events] = rows.map((row) => row.event)
  if (start === undefined) throw new NotFound('record.run.missing')
  return {
    starts: startShape.parse(start) as Start,
    events: events.map((event) => eventShape.parse(event) as unknown as RunEvent),
  }
}

/** Begins a record's steps and notes which stand open. Runs as the system. */
export async function saveStart(
  tx: Tx,
  policy: PolicyInForce,
  record: { recordId: string; kind: string; schoolId: string; by: string | null; people: readonly NewPerson[] },
): Promise<Taken> {
  const starts: Start = {
    chart: `record/${record.kind}`,
    at: nowText(tx),
    by: record.by,
    people: record.people.map(inPart),
  }
  const context = await flowContext(tx, policy, { id: record.recordId, school_id: record.schoolId })
  const taken = startRun(policy.pack, starts, context)
  await insertEvents(tx, record.recordId, 0, [{ at: starts.at, by: record.by, json: JSON.stringify(starts) }])
  await projectSteps(tx, policy, record.recordId, taken.open)
  return taken
}

/** Appends what an answer added, and notes which steps stand open now. Two answers at once: the second one fails. */
export async function saveTaken(tx: Tx, policy: PolicyInForce, recordId: string, taken: Taken): Promise<void> {
  const first = taken.run.events.length - taken.events.length + 1
  await insertEvents(
    tx,
    recordId,
    first,
    taken.events.map((event) => ({ at: event.at, by: event.by, json: JSON.stringify(event) })),
  )
  await projectSteps(tx, policy, recordId, taken.open)
}

async function insertEvents(
  tx: Tx,
  recordId: string,
  first: number,
  events: readonly { at: string; by: string | null; json: string }[],
): Promise<void> {
  if (events.length === 0) return
  const organisationId = contextOf(tx).actor.organisationId
  await tx
    .insertInto('app.record_event')
    .values(
      events.map((event, index) => ({
        organisation_id: organisationId,
        record_id: recordId,
        seq: first + index,
        at: event.at,
        by_person_id: event.by,
        event: event.json,
      })),
    )
    .execute()
}

async function projectSteps(tx: Tx, policy: PolicyInForce, recordId: string, open: readonly OpenStep[]): Promise<void> {
  const organisationId = contextOf(tx).actor.organisationId
  await tx
    .deleteFrom('app.record_step')
    .where('organisation_id', '=', organisationId)
    .where('record_id', '=', recordId)
    .execute()
  const rows = open.filter((step) => !step.early)
  if (rows.length === 0) return
  await tx
    .insertInto('app.record_step')
    .values(
      rows.map((step) => ({
        organisation_id: organisationId,
        record_id: recordId,
        key: step.key,
        chart: step.chart,
        step: step.stepId,
        title: textOf(step.title ?? step.says).slice(0, 300),
        party: (askedOf(policy.pack, step).join(',') || 'handler').replaceAll('party/', ''),
        mandatory: !step.optional,
        opened_at: step.since,
        due_at: step.due,
      })),
    )
    .execute()
  // Whoever looks for what is late plans its next look by these times.
  if (rows.some((step) => step.due !== null && step.late.some((line) => line.notify !== undefined)))
    await enqueue(tx, 'duties_late', {}, { key: `duties-late-soon:${organisationId}` })
}

// The rows are ours and never changed; the shapes guard against a row of another program's version.
const startShape = z.looseObject({
  chart: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  people: z.array(z.object({ person: z.string(), part: z.string() })),
})
const eventShape = z.looseObject({ seq: z.number(), kind: z.string(), at: z.string(), by: z.string().nullable() })
