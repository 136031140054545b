import { sql } from 'kysely'
import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { remindWaiting, tellLateChases, tellLateSteps } from '#areas/records/index.ts'
import { systemActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Database } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import type { Parts } from '#platform/parts.ts'
import { dutiesOfDates } from '../commands/duties-of-dates.ts'
import { dutiesOfEvent } from '../commands/duties-of-event.ts'
import { planDuties } from '../commands/plan-duties.ts'
import { startDuty } from '../commands/start-duty.ts'
import { tellLate } from '../commands/tell-late.ts'
import { lookForLateAt, lookForLateSoon, planAt, planSoon } from './queue.ts'

const eventPayload = z.object({
  event: z.string(),
  id: z.string(),
  at: z.string(),
  schoolId: z.uuid(),
  personId: z.uuid().optional(),
  recordId: z.uuid().optional(),
  values: z.record(z.string(), z.unknown()).optional(),
  keptOut: z.array(z.uuid()).default([]),
})

const startPayload = z.object({
  duty: z.string(),
  recordId: z.uuid(),
  schoolId: z.uuid(),
  key: z.string(),
  at: z.string(),
})

const datesPayload = z.object({
  recordId: z.uuid(),
  kind: z.string(),
  schoolId: z.uuid(),
  values: z.record(z.string(), z.unknown()),
  moments: z.record(z.string(), z.string()),
  keptOut: z.array(z.uuid()).default([]),
})

/**
 * The background work of the duties: `plan_duties` (each night, at the start, after people changed), `duties_late`
 * (whenever the next duty or step of a record falls due), `start_duty` (a step of a chart begins one), `duty_event` (something happened from which duties may come) and `record_dates`
 * (a record was opened or changed whose dates begin duties).
 */
export const dutyTasks = (parts: Parts): Readonly<Record<string, JobTask>> => ({
  async plan_duties({ organisationId }) {
    const system = systemActor(organisationId, 'duties')
    await parts.db.inTx(system, async (tx) => {
      await orNoPolicy(planDuties(tx, system))
      await lookForLateSoon(tx)
      await planAt(tx, await nextNight(tx))
    })
  },
  async duties_late({ organisationId }) {
    const system = systemActor(organisationId, 'duties')
    await parts.db.inTx(system, async (tx) => {
      const duties = await tellLate(tx, system)
      const steps = await tellLateSteps(tx, system)
      await tellLateChases(tx, system)
      await remindWaiting(tx, system)
      const [next = null] = [duties.next, steps.next].filter((at) => at !== null).sort(Temporal.Instant.compare)
      // Something is late when its time has passed, not at it.
      if (next !== null) await lookForLateAt(tx, next.add({ seconds: 1 }))
    })
  },
  async duty_event(payload) {
    const { event, id, at, schoolId, personId, recordId, values, keptOut } = eventPayload.parse(payload)
    const system = systemActor(payload.organisationId, 'duties')
    await parts.db.inTx(system, (tx) =>
      dutiesOfEvent(tx, {
        event,
        id,
        at: Temporal.Instant.from(at),
        schoolId,
        keptOut,
        ...(personId === undefined ? {} : { personId }),
        ...(recordId === undefined ? {} : { recordId }),
        ...(values === undefined ? {} : { values }),
      }),
    )
  },
  async start_duty(payload) {
    const started = startPayload.parse(payload)
    await parts.db.inTx(systemActor(payload.organisationId, 'duties'), (tx) => startDuty(tx, started))
  },
  async record_dates(payload) {
    const record = datesPayload.parse(payload)
    await parts.db.inTx(systemActor(payload.organisationId, 'duties'), (tx) => dutiesOfDates(tx, record))
  },
})

/** Queues the first planning of every organisation; each planning asks for the next itself. Called when the program starts. */
export async function planAtStart(db: Database): Promise<void> {
  const { rows } = await sql<{
    organisation_id: string
  }>`select organisation_id from app.list_organisations()`.execute(db.identity)
  for (const { organisation_id } of rows) await db.inTx(systemActor(organisation_id, 'duties'), planSoon)
}

// Before a policy is published nothing is due: that is no fault, and the next night is soon enough.
async function orNoPolicy(work: Promise<unknown>): Promise<void> {
  await work.catch((fault: unknown) => {
    if (!(fault instanceof Refused && fault.code === 'policy.none')) throw fault
  })
}

async function nextNight(tx: Tx): Promise<Temporal.Instant> {
  const { zone } = await readSettings(tx)
  return nowIn(tx)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: zone, plainTime: '00:10' })
    .toInstant()
}
