import { readDraft } from '#areas/drafting/index.ts'
import { sayFullDate } from '#core/calendar/say-date.ts'
import type { Tx } from '#platform/database/tx.ts'
import { paths } from '../paths.ts'
import { membersAs } from '../queries/members.ts'
import { tellPeople } from '../tell.ts'

/** Tells everybody who is asked that a draft is there to be read. Nobody is told twice of the same consultation. */
export async function tellOfConsultation(tx: Tx, draftId: string): Promise<number> {
  const draft = await readDraft(tx, draftId)
  if (draft.stage !== 'consulting' || draft.consultUntil === null) return 0
  return tellPeople(tx, await membersAs(tx, draft.consultAudiences), {
    draftId,
    code: `policy.consultation:${draft.consultUntil.toString()}`,
    says: `The school asks what you think of its new policy. You can answer until ${sayFullDate(draft.consultUntil)}.`,
    href: paths.consultation.to(draftId),
  })
}
