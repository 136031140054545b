import { writeNotices } from '#areas/notices/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { paths } from '../paths.ts'
import { type Confirmation, myConfirmations } from '../queries/confirmations.ts'
import { readDraft } from '../queries/read-draft.ts'
import { pointAt } from '../settle/points.ts'
import { settledContent } from '../settle/settle-content.ts'
import { writeRevision } from './revise-draft.ts'
import { seenMark } from './settle-points.ts'

export interface AnswerPoint {
  readonly id: string
  readonly answer: 'yes' | 'no'
  /** What it should be instead; needed for a no. */
  readonly words: string
}

/**
 * Answers what was sent to a post that this person holds. A yes settles the point in the draft, as a revision in their name,
 * where it still stands as they saw it; a no leaves it open with what they propose.
 * @returns whether the point is settled by it.
 * @throws NotFound for what was not sent to them: row policies decide; Refused when it was answered or taken back meanwhile.
 */
export async function answerPoint(tx: Tx, actor: PersonActor, input: AnswerPoint): Promise<boolean> {
  const asked = (await myConfirmations(tx)).find(({ id, state }) => id === input.id && state === 'waiting')
  if (asked === undefined) throw new NotFound('policy.confirm.missing')
  if (input.answer === 'yes' && !asked.hasValue)
    throw new Refused('policy.confirm.empty', 'Nothing stands there yet: say what it should be.')
  if (input.answer === 'no' && input.words.trim() === '')
    throw new Refused('policy.confirm.words', 'Say what it should be.')
  // The draft is locked before the row, as those do who keep the policy: nobody waits for the other in a circle.
  const settled = input.answer === 'yes' && (await asSystem(tx, () => settle(tx, actor, asked)))
  const { numUpdatedRows } = await tx
    .updateTable('app.policy_confirmation')
    .set({
      answer: input.answer,
      words: input.words.trim(),
      answered_by: actor.personId,
      answered_at: nowText(tx),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', asked.id)
    .where('answered_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refused('policy.confirm.late', 'Somebody has answered this meanwhile, or it was taken back.')
  recordEvent(tx, {
    code: `policy.draft.confirmed_${input.answer}`,
    subject: { kind: 'policy_draft', id: asked.draftId },
    details: { place: asked.place, post: asked.post, words: input.words.trim(), settled },
  })
  if (!settled) await tellAsker(tx, asked, input.answer)
  return settled
}

/** Whether what they said yes to could be settled: it is still open and stands as they saw it. */
async function settle(tx: Tx, actor: PersonActor, asked: Confirmation): Promise<boolean> {
  const draft = await readDraft(tx, asked.draftId, { lock: true })
  const point = pointAt(draft.pack, asked.place)
  if (point === null || !point.open || seenMark([point]) !== asked.mark) return false
  const post = textOf(draft.pack.parties[asked.post]?.says ?? asked.post)
  await writeRevision(tx, actor, asked.draftId, ({ pack }) => ({
    content: settledContent(pack, [{ place: asked.place }]),
    says: `Confirmed for the ${post}: “${asked.title}”`.slice(0, 2_000),
    place: asked.place,
  }))
  return true
}

const tellAsker = (tx: Tx, asked: Confirmation, answer: 'yes' | 'no') =>
  writeNotices(tx, [
    {
      readerId: asked.askedBy,
      code: 'policy.confirm.answered',
      says: (answer === 'no'
        ? `Something else is proposed for “${asked.title}”`
        : `Confirmed, but changed meanwhile: “${asked.title}”`
      ).slice(0, 1_000),
      href: paths.settle.to(asked.draftId, '?state=open'),
      subject: { kind: 'policy_confirmation', id: asked.id },
      party: null,
      clauses: [],
      urgent: false,
    },
  ])
