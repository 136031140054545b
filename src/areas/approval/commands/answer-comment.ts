import { mayKeepPolicy } from '#areas/drafting/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { paths } from '../paths.ts'
import { tellPeople } from '../tell.ts'

export interface AnswerComment {
  readonly id: string
  readonly takenUp: boolean
  /** `In revision 7`, or why not. */
  readonly answer: string
}

/**
 * Answers a comment: taken up, or not and why. Its author is told.
 * @throws Forbidden for whoever does not keep the policy.
 */
export async function answerComment(tx: Tx, actor: PersonActor, input: AnswerComment): Promise<void> {
  if (!(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
  const at = nowText(tx)
  const row = await asSystem(tx, () =>
    tx
      .updateTable('app.policy_comment')
      .set({ answer: input.answer, taken_up: input.takenUp, answered_by: actor.personId, answered_at: at })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', input.id)
      .where('withdrawn_at', 'is', null)
      .returning(['draft_id', 'person_id'])
      .executeTakeFirst(),
  )
  if (row === undefined) throw new NotFound('policy.comment.missing')
  recordEvent(tx, {
    code: 'policy.comment.answered',
    subject: { kind: 'policy_comment', id: input.id },
    details: { draft: row.draft_id, taken_up: input.takenUp },
  })
  await tellPeople(
    tx,
    [row.person_id],
    {
      draftId: row.draft_id,
      code: `policy.comment.answered:${input.id}`,
      says: input.takenUp
        ? 'What you said about the policy was taken up.'
        : 'What you said about the policy was answered.',
      href: paths.consultation.to(row.draft_id),
    },
    actor.personId,
  )
}
