import type { PolicyDraft } from '#areas/drafting/index.ts'
import type { Audience, PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { ownSeats } from './members.ts'

/** As which of the audiences somebody is asked about a draft: as they are signed in, or as they belong otherwise; null when they are not. */
export async function audienceAsked(tx: Tx, actor: PersonActor, draft: PolicyDraft): Promise<Audience | null> {
  const seats = await ownSeats(tx, actor.personId)
  const asked = draft.consultAudiences.filter((one) => seats.has(`members/${one}`))
  return asked.find((one) => one === actor.audience) ?? asked[0] ?? null
}
