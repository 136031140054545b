import type { Audience, PersonActor } from '#core/actor.ts'
import type { Database } from '#platform/database/database.ts'
import type { Identity } from '#platform/identity/identity.ts'
import type { Session } from '#platform/web/types.ts'

// Somebody who is several things at the school sees the pages of the first.
const ORDER: readonly Audience[] = ['staff', 'governor', 'pupil', 'parent', 'visitor']
const HELD_MS = 30_000

/** Finds the session behind a Cookie header, with the audience whose pages the person gets. */
export function sessionsOf(
  identity: Identity,
  db: Database,
): (cookieHeader: string | undefined) => Promise<Session | null> {
  const held = new Map<string, { audience: Audience; until: number }>()
  return async (cookieHeader) => {
    const session = await identity.sessionOf(cookieHeader)
    if (session === null) return null
    const { organisationId, personId, sessionId, userId, method, rotateTo } = session
    // A session may go on as another person of the same user.
    const key = `${sessionId} ${personId}`
    const known = held.get(key)
    const now = performance.now()
    const fresh = known !== undefined && known.until > now
    const audience = fresh ? known.audience : await audienceOf(db, organisationId, personId)
    if (held.size > 10_000) held.clear()
    // Not renewed by being used: whoever is no longer staff would be for as long as they went on clicking.
    if (!fresh) held.set(key, { audience, until: now + HELD_MS })
    const actor: PersonActor = { kind: 'person', organisationId, personId, audience }
    return {
      id: sessionId,
      userId,
      actor,
      method,
      ...(rotateTo === undefined ? {} : { setCookie: identity.cookie.set(rotateTo) }),
    }
  }
}

async function audienceOf(db: Database, organisationId: string, personId: string): Promise<Audience> {
  const self: PersonActor = { kind: 'person', organisationId, personId, audience: 'visitor' }
  const rows = await db.inTx(self, (tx) =>
    tx
      .selectFrom('app.person_membership')
      .select('kind')
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('until_on', 'is', null)
      .execute(),
  )
  const kinds = rows.map((row) => (row.kind === 'volunteer' ? 'visitor' : row.kind))
  return ORDER.find((audience) => kinds.includes(audience)) ?? 'visitor'
}
