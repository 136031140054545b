import { writeNotices } from '#areas/notices/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { paths } from '../paths.ts'

export interface SuggestChange {
  /** The clause that it is about; null where it is about none in particular. */
  readonly clause: string | null
  readonly says: string
  readonly why: string
}

/** Suggests a change of the policy to those who draft it, and tells them. */
export async function suggestChange(tx: Tx, actor: PersonActor, input: SuggestChange): Promise<string> {
  const id = newId(contextOf(tx).clock)
  await asSystem(tx, async () => {
    await tx
      .insertInto('app.policy_suggestion')
      .values({
        organisation_id: actor.organisationId,
        id,
        ...input,
        made_by: actor.personId,
        made_at: nowText(tx),
      })
      .execute()
    await tellKeepers(tx, actor, id)
  })
  recordEvent(tx, {
    code: 'policy.change_suggested',
    subject: { kind: 'policy_suggestion', id },
    details: { ...input },
  })
  return id
}

async function tellKeepers(tx: Tx, actor: PersonActor, id: string): Promise<void> {
  const keepers = await tx
    .selectFrom('app.post_holder as h')
    .innerJoin('app.circle_post as c', (join) =>
      join.onRef('c.organisation_id', '=', 'h.organisation_id').onRef('c.post', '=', 'h.post'),
    )
    .select('h.person_id')
    .distinct()
    .where('h.organisation_id', '=', actor.organisationId)
    .where('h.until_on', 'is', null)
    .where('c.circle', '=', 'keeps_policy')
    .orderBy('h.person_id')
    .execute()
  await writeNotices(
    tx,
    keepers
      .filter((keeper) => keeper.person_id !== actor.personId)
      .map((keeper) => ({
        readerId: keeper.person_id,
        code: 'policy.change_suggested',
        says: 'A change of the policy is suggested. Take it into a draft, or turn it down with a reason',
        href: paths.suggestions.to(),
        subject: { kind: 'policy_suggestion', id },
        party: null,
        clauses: [],
        urgent: false,
      })),
  )
}
