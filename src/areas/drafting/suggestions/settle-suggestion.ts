import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { assertKeepsPolicy } from '../keeper.ts'
import { readDraft } from '../queries/read-draft.ts'

/** Into which draft it is taken, or why it is turned down. */
export type SettleSuggestion =
  | { readonly id: string; readonly draftId: string }
  | { readonly id: string; readonly reason: string }

/**
 * Takes a suggested change into a draft that is still worked on, or turns it down with a reason. Once, in one's own name.
 * @throws Forbidden for whoever does not keep the policy; Refused when it is settled already.
 */
export async function settleSuggestion(tx: Tx, actor: PersonActor, input: SettleSuggestion): Promise<void> {
  await assertKeepsPolicy(tx)
  if ('draftId' in input) {
    const { stage } = await readDraft(tx, input.draftId)
    if (stage !== 'editing' && stage !== 'consulting')
      throw new Refused('policy.suggestion.draft', 'This draft takes no changes any more.')
  } else if (input.reason.trim() === '') throw new Refused('policy.suggestion.reason', 'Say why it is turned down.')
  const taken = 'draftId' in input
  const changed = await tx
    .updateTable('app.policy_suggestion')
    .set({
      state: taken ? 'taken' : 'turned_down',
      ...(taken ? { draft_id: input.draftId } : { reason: input.reason.trim() }),
      settled_by: actor.personId,
      settled_at: nowText(tx),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', input.id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (Number(changed.numUpdatedRows) === 0) {
    const row = await tx
      .selectFrom('app.policy_suggestion')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', input.id)
      .executeTakeFirst()
    if (row === undefined) throw new NotFound('policy.suggestion.missing')
    throw new Refused('policy.suggestion.settled', 'Somebody has settled this already.')
  }
  recordEvent(tx, {
    code: taken ? 'policy.suggestion_taken' : 'policy.suggestion_turned_down',
    subject: { kind: 'policy_suggestion', id: input.id },
    details: taken ? { draft: input.draftId } : { reason: input.reason },
  })
}
