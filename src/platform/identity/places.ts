import { sql } from 'kysely'
import type { IdentityContext } from './context.ts'
import type { Place } from './opening.ts'

/** The persons that a user may sign in as today; the wished-for organisation first, then the oldest. */
export async function placesOf(
  identity: Pick<IdentityContext, 'db' | 'clock'>,
  userId: string,
  wished?: Partial<Place>,
): Promise<Place[]> {
  const rows = await identity.db
    .selectFrom('identity.link')
    .select(['organisation_id', 'person_id'])
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where(mayEnter(identity))
    .orderBy(sql`organisation_id is not distinct from ${wished?.organisationId ?? null}::uuid`, 'desc')
    .orderBy(sql`person_id is not distinct from ${wished?.personId ?? null}::uuid`, 'desc')
    .orderBy('created_at')
    .orderBy('organisation_id')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({ organisationId: row.organisation_id, personId: row.person_id }))
}

/** Asks the database whether the person of the row in hand is still there: a leaver is not, whoever forgot to say so. */
const mayEnter = (identity: Pick<IdentityContext, 'clock'>) =>
  sql<boolean>`identity.may_enter(organisation_id, person_id, ${identity.clock.now().toString()}::timestamptz)`
