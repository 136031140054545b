import { policyInForce } from '#areas/policy/index.ts'
import { Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowIn, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { CASE_DUTY } from '../case-duty.ts'
import { writeKey } from '../key.ts'
import { namesInReport } from '../report/names-in-report.ts'

export interface AddCaseDuty {
  readonly schoolId: string
  /** A post, such as `network_manager`. */
  readonly post: string
  readonly says: string
  readonly dueAt: Temporal.Instant
}

/**
 * Adds a duty that the school drew from a case. Every member of staff may read duties, so it says nothing of the case.
 * @throws Refused when it names somebody of the school, or its date has passed.
 */
export async function addCaseDuty(tx: Tx, input: AddCaseDuty): Promise<string> {
  const { whole } = await namesInReport(tx, input.says)
  if (whole.length > 0)
    throw new Refused('duty.names', `All staff can read a duty: take out ${whole.slice(0, 3).join(', ')}.`)
  if (Temporal.Instant.compare(input.dueAt, nowIn(tx)) <= 0)
    throw new Refused('duty.past', 'Its date has passed. Name a day that is still to come.')
  const policy = await policyInForce(tx, input.schoolId)
  const id = newId(contextOf(tx).clock)
  await asSystem(tx, () =>
    tx
      .insertInto('app.duty')
      .values({
        organisation_id: contextOf(tx).actor.organisationId,
        id,
        policy_version_id: policy.id,
        duty: CASE_DUTY,
        key: writeKey({ occasion: 'case', subject: id }),
        title: input.says.slice(0, 300),
        party: input.post,
        school_id: input.schoolId,
        starts_at: nowText(tx),
        due_at: input.dueAt.toString(),
        state: 'open',
      })
      .execute(),
  )
  recordEvent(tx, {
    code: 'duty.added',
    subject: { kind: 'duty', id },
    policyVersionId: policy.id,
    details: { post: input.post },
  })
  return id
}
