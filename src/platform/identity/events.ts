import type { Kysely } from 'kysely'
import type { Clock } from '#core/clock.ts'
import { newId } from '#core/ids.ts'
import type { DB } from '../database/schema.ts'

/** What identity tells the ledger. */
export type IdentityEventCode =
  | 'identity.signed_in'
  | 'identity.failed'
  | 'identity.locked'
  | 'identity.signed_out'
  | 'identity.token_replayed'
  | 'identity.password_set'
  | 'identity.link_sent'
  | 'identity.user_changed'
  | 'identity.card_issued'
  | 'identity.card_revoked'
  | 'identity.access_ended'

export interface IdentityEvent {
  readonly code: IdentityEventCode
  readonly organisationId: string
  /** Nobody in particular when a whole class is meant. */
  readonly personId?: string
  readonly userId?: string
  readonly details?: Readonly<Record<string, string | number>>
}

/** Puts events into the outbox; a job carries them into the ledger of their organisation. */
export async function tellEvents(db: Kysely<DB>, clock: Clock, events: readonly IdentityEvent[]): Promise<void> {
  if (events.length === 0) return
  await db
    .insertInto('identity.event')
    .values(
      events.map((event) => ({
        id: newId(clock),
        organisation_id: event.organisationId,
        person_id: event.personId ?? null,
        user_id: event.userId ?? null,
        code: event.code,
        at: clock.now().toString(),
        details: JSON.stringify(event.details ?? {}),
      })),
    )
    .execute()
}
