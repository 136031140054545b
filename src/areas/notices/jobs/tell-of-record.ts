import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import { isAskedOn } from '#pack/engines/assents/occasions.ts'
import { dutiesFromRecord } from '#pack/engines/duties/record-dates.ts'
import { eventJudge } from '#pack/engines/judges.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue } from '#platform/database/tx.ts'
import { recordValues } from '../queries/record-values.ts'
import { stepsReached } from '../queries/steps-reached.ts'
import type { SubjectFacts } from '../queries/subject-facts.ts'
import { subjectFacts } from '../queries/subject-facts.ts'
import { tellByRules } from '../tell-by-rules.ts'
import { ownRun, stepsTaken } from './record-events.ts'

/**
 * Tells those whom the rules of the pack name for a moment of a record (opened, changed, closed) and for the steps of its
 * charts that have been taken. What was told before is not told again. Run as the system.
 */
export async function tellOfRecord(tx: Tx, input: { recordId: string; moment: string }): Promise<void> {
  const facts = await subjectFacts(tx, { kind: 'record', id: input.recordId })
  const policy = await policyVersion(tx, facts.policyVersionId, facts.schoolId)
  const { kind, values } = await recordValues(tx, input.recordId)
  const happened = [{ event: `record/${kind}#${input.moment}`, at: facts.at, values: {} as Values }]
  if (input.moment === 'changed') happened.push(...(await stepsTaken(tx, policy, input.recordId)))
  if (dutiesFromRecord(policy.pack, kind).length > 0)
    await enqueue(tx, 'record_dates', await datesOf(tx, policy, { id: input.recordId, kind, values }, facts))
  await askPeople(
    tx,
    policy,
    input.recordId,
    kind,
    happened.map((one) => one.event),
  )
  // What people told before it became this case has an end too, and another area writes it.
  if (kind === 'incident' && input.moment === 'closed')
    await enqueue(tx, 'concern_case_over', { recordId: input.recordId })
  const known = new Set(Object.values(policy.pack.notify).map((rule) => rule.on))
  for (const one of happened) {
    if (Object.values(policy.pack.duties).some((duty) => 'on' in duty && duty.on === one.event))
      await enqueue(tx, 'duty_event', dutyEvent(input.recordId, facts, one, { ...values, ...one.values }))
    if (bringsReview(policy, one.event)) await enqueue(tx, 'policy_sooner', { event: one.event, at: one.at })
    if (![...known].some((event) => event === one.event)) continue
    const judge = eventJudge(policy.pack, one.event, { ...values, ...one.values })
    await tellByRules(tx, policy, { ...facts, event: one.event, at: one.at, judge })
  }
}

/** The policy may ask the people named in a record when a step is reached or taken, or of those who were named since. */
async function askPeople(tx: Tx, { pack }: PolicyInForce, recordId: string, kind: string, events: readonly string[]) {
  const assents = Object.values(pack.assents)
  const ofKind = assents.some((one) =>
    one.asked_on.some((on) => typeof on === 'string' && on.startsWith(`record/${kind}#`)),
  )
  const moments = [...new Set([...(await stepsReached(tx, recordId)), ...events])]
  for (const event of moments)
    if (assents.some((one) => isAskedOn(one, event)) || (ofKind && event === `record/${kind}#changed`))
      await enqueue(tx, 'ask_of_record', { recordId, event })
}

/** Whether the policy is to be looked at again because of a moment. */
const bringsReview = ({ pack }: PolicyInForce, event: string): boolean =>
  Object.values(pack.documents).some((document) => document.review?.sooner_on.some((one) => one === event) === true)

// Another area's work, so it is queued: what a duty makes of the moment is not ours to know.
const dutyEvent = (recordId: string, facts: SubjectFacts, one: { event: string; at: string }, values: Values) => ({
  event: one.event,
  id: recordId,
  at: one.at,
  schoolId: facts.schoolId,
  recordId,
  keptOut: facts.keptOut,
  values,
})

/** What the dates of a record rest on: when it was opened, closed and walked, and what its form and its steps say. */
async function datesOf(
  tx: Tx,
  policy: PolicyInForce,
  record: { id: string; kind: string; values: Values },
  facts: SubjectFacts,
) {
  const row = await tx
    .selectFrom('app.record')
    .select(['opened_at', 'closed_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', record.id)
    .executeTakeFirstOrThrow()
  const closed = row.closed_at === null ? {} : { closed: instant(row.closed_at), end: instant(row.closed_at) }
  const run = await ownRun(tx, policy, record)
  return {
    recordId: record.id,
    kind: record.kind,
    schoolId: facts.schoolId,
    keptOut: facts.keptOut,
    values: { ...record.values, ...run.values },
    moments: { ...run.moments, opened: instant(row.opened_at), ...closed },
  }
}

const instant = (text: string): string => Temporal.Instant.from(text).toString()
