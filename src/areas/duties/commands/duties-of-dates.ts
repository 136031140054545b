import { readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, refreshSoon } from '#areas/policy/index.ts'
import { dutiesFromRecord, dutiesOfRecord } from '#pack/engines/duties/record-dates.ts'
import { eventJudge } from '#pack/engines/judges.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { lookForLateSoon } from '../jobs/queue.ts'
import { assignDuties } from '../plan/event-duties.ts'
import type { Planned } from '../plan/planned.ts'
import { writePlanned } from '../plan/write-planned.ts'

/** A record as it stands, with what its dates rest on. */
export interface RecordWithDates {
  readonly recordId: string
  readonly kind: string
  readonly schoolId: string
  readonly values: Values
  readonly moments: Readonly<Record<string, string>>
  readonly keptOut: readonly string[]
}

/**
 * Makes the duties that begin from the dates of a record, and takes back open ones whose date was changed or which the
 * record releases by now. Twice changes nothing. @returns how many stand open anew.
 */
export async function dutiesOfDates(tx: Tx, record: RecordWithDates): Promise<number> {
  const policy = await policyInForce(tx, record.schoolId)
  return asSystem(tx, async () => {
    const planned = await planDates(tx, policy, record)
    const dropped = await takeBack(tx, policy, record, planned)
    const made = (await writePlanned(tx, policy, planned)) + (await askAgain(tx, planned))
    if (made + dropped === 0) return 0
    recordEvent(tx, {
      code: 'duty.caused',
      recordId: record.recordId,
      policyVersionId: policy.id,
      details: { event: `record/${record.kind}#dates`, cause: record.recordId, made, dropped },
    })
    await refreshSoon(tx)
    await lookForLateSoon(tx)
    return made
  })
}

async function planDates(tx: Tx, policy: PolicyInForce, record: RecordWithDates): Promise<Planned[]> {
  const { recordId, kind, schoolId, values, moments, keptOut } = record
  const calendar = await readCalendar(tx, schoolId)
  const made = dutiesOfRecord(
    policy.pack,
    { id: recordId, kind, subject: schoolId, fields: values, moments },
    calendar,
    eventJudge(policy.pack, `record/${kind}`, values),
  )
  return assignDuties(tx, policy, { schoolId, recordId, keptOut }, made)
}

async function takeBack(
  tx: Tx,
  policy: PolicyInForce,
  record: RecordWithDates,
  planned: readonly Planned[],
): Promise<number> {
  const dated = dutiesFromRecord(policy.pack, record.kind)
  if (dated.length === 0) return 0
  const keys = planned.map((one) => one.key)
  const rows = await tx
    .updateTable('app.duty')
    .set({ state: 'not_needed', done_at: nowText(tx), note: 'The record has another date by now, or releases it.' })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', record.recordId)
    .where('duty', 'in', dated)
    .where('state', '=', 'open')
    .$if(keys.length > 0, (query) => query.where('key', 'not in', keys))
    .returning('id')
    .execute()
  return rows.length
}

// Released by an answer that was corrected since. What a person settled has their name and stays settled.
async function askAgain(tx: Tx, planned: readonly Planned[]): Promise<number> {
  let opened = 0
  for (const { duty, key } of planned) {
    const rows = await tx
      .updateTable('app.duty')
      .set({ state: 'open', done_at: null, note: null })
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('duty', '=', duty)
      .where('key', '=', key)
      .where('state', '=', 'not_needed')
      .where('done_by', 'is', null)
      .returning('id')
      .execute()
    opened += rows.length
  }
  return opened
}
