import { suggestChange } from '#areas/drafting/index.ts'
import { addCaseDuty, namesInReport } from '#areas/duties/index.ts'
import type { Case } from '#areas/records/index.ts'
import { actingAs, mayChange } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { followUpSteps } from './follow-up-steps.ts'

/** What follows from a case: a duty with an owner and a date, or a change of the policy. */
export type FollowUpInput =
  | { readonly kind: 'duty'; readonly says: string; readonly post: string; readonly dueAt: Temporal.Instant }
  | { readonly kind: 'policy_change'; readonly says: string; readonly why: string; readonly clause: string | null }

/**
 * Writes down what follows from a step of a case for the school, by whoever may take that step or handles the case. It is
 * shown on the case; what it says itself tells nothing of the case.
 * @throws Forbidden for everybody else; Refused when it names somebody, or the step leads to no such thing.
 */
export async function addFollowUp(
  tx: Tx,
  actor: PersonActor,
  input: { readonly one: Case; readonly step: string; readonly follows: FollowUpInput },
): Promise<void> {
  const { one, follows } = input
  const mine = await actingAs(tx, one.policy, actor.personId, one)
  const step = followUpSteps(one).find((candidate) => candidate.key === input.step)
  if (step === undefined || !step.kinds.includes(follows.kind))
    throw new Refused('incident.follow_up.not_foreseen', 'The policy foresees nothing of this kind at this step.')
  if (!mine.includes('handler') && !step.by.some((party) => mine.includes(party)))
    throw new Forbidden('incident.follow_up')
  if (!(await mayChange(tx, one.id))) throw new Forbidden('incident.follow_up')
  if (one.state !== 'open') throw new Refused('incident.follow_up.closed', 'The case is closed. Open it again first.')
  const made =
    follows.kind === 'duty'
      ? { duty_id: await addCaseDuty(tx, { ...follows, schoolId: one.schoolId }) }
      : { suggestion_id: await suggest(tx, actor, follows) }
  const id = newId(contextOf(tx).clock)
  await asSystem(tx, () =>
    tx
      .insertInto('app.case_follow_up')
      .values({
        organisation_id: actor.organisationId,
        id,
        record_id: one.id,
        step: step.key,
        ...made,
        made_by: actor.personId,
        made_at: nowText(tx),
      })
      .execute(),
  )
  recordEvent(tx, {
    code: 'incident.follow_up_added',
    subject: { kind: 'record', id: one.id },
    recordId: one.id,
    policyVersionId: one.policy.id,
    clauses: step.clauses,
    details: { step: step.key, kind: follows.kind, says: follows.says },
  })
}

async function suggest(
  tx: Tx,
  actor: PersonActor,
  { clause, says, why }: Extract<FollowUpInput, { kind: 'policy_change' }>,
) {
  const { whole } = await namesInReport(tx, `${says}\n${why}`)
  if (whole.length > 0)
    throw new Refused(
      'incident.follow_up.names',
      `Those who draft the policy need not know the case: take out ${whole.slice(0, 3).join(', ')}.`,
    )
  return suggestChange(tx, actor, { clause, says, why })
}
