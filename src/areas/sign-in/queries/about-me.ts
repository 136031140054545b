import { sql } from 'kysely'
import type { PersonActor } from '#core/actor.ts'
import type { Database } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Identity } from '#platform/identity/identity.ts'
import type { Place } from '#platform/identity/opening.ts'
import { postNames } from './post-names.ts'

/** Who somebody is here. */
export interface AboutMe {
  readonly name: string
  readonly organisation: string
  readonly kinds: readonly string[]
  readonly posts: readonly {
    readonly name: string
    readonly school: string | null
    readonly fromOn: Temporal.PlainDate
  }[]
}

/** The person who asks, with the posts that they hold now. */
export async function aboutMe(tx: Tx, me: PersonActor): Promise<AboutMe> {
  const { organisationId, personId } = me
  const { rows } = await sql<{ name: string; organisation: string; kinds: string[] | null }>`
    select trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name) as name, o.name as organisation,
      (select array_agg(distinct m.kind) from app.person_membership m
        where m.organisation_id = p.organisation_id and m.person_id = p.id and m.until_on is null) as kinds
    from app.person p join app.organisation o on o.organisation_id = p.organisation_id
    where p.organisation_id = ${organisationId} and p.id = ${personId}`.execute(tx)
  const held = await tx
    .selectFrom('app.post_holder as h')
    .leftJoin('app.school as s', (join) =>
      join.onRef('s.organisation_id', '=', 'h.organisation_id').onRef('s.id', '=', 'h.school_id'),
    )
    .select(['h.post', 'h.from_on', 's.name as school'])
    .where('h.organisation_id', '=', organisationId)
    .where('h.person_id', '=', personId)
    .where('h.until_on', 'is', null)
    .orderBy('h.from_on')
    .orderBy('h.id')
    .execute()
  const nameOf = held.length === 0 ? String : await postNames(tx)
  return {
    name: rows[0]?.name ?? '',
    organisation: rows[0]?.organisation ?? '',
    kinds: rows[0]?.kinds ?? [],
    posts: held.map((row) => ({
      name: nameOf(row.post),
      school: row.school,
      fromOn: Temporal.PlainDate.from(row.from_on),
    })),
  }
}

/** A place that somebody may go on to with the same sign-in. */
export interface OtherPlace extends Place {
  readonly name: string
  readonly organisation: string
}

/** The other persons that this user may be, each read as that person: nobody reads another organisation's rows. */
export async function otherPlaces(db: Database, identity: Identity, userId: string, me: Place): Promise<OtherPlace[]> {
  const places = await identity.placesOf(userId)
  const others = places.filter((place) => place.personId !== me.personId || place.organisationId !== me.organisationId)
  return Promise.all(
    others.map(async (place) => {
      const self: PersonActor = { kind: 'person', ...place, audience: 'visitor' }
      const { name, organisation } = await db.inTx(self, (tx) => aboutMe(tx, self))
      return { ...place, name, organisation }
    }),
  )
}

/** The address that a user signs in with, or null for those who have none. */
export async function loginOf(db: Database, userId: string): Promise<string | null> {
  const row = await db.identity.selectFrom('identity.user').select('email').where('id', '=', userId).executeTakeFirst()
  return row?.email ?? null
}
