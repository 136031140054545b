import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import type { OwnConcern } from '../own-concern.ts'

/** Where somebody belongs now: their school and, for a pupil, the year group. */
export async function ownPlace(
  tx: Tx,
  actor: PersonActor,
): Promise<{ schoolId: string | null; yearGroup: number | null }> {
  const rows = await tx
    .selectFrom('app.person_membership')
    .select(['school_id', 'year_group'])
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', actor.personId)
    .where('until_on', 'is', null)
    .orderBy('year_group')
    .orderBy('id')
    .execute()
  const schools = new Set(rows.map((row) => row.school_id))
  return { schoolId: schools.size === 1 ? (rows[0]?.school_id ?? null) : null, yearGroup: rows[0]?.year_group ?? null }
}

const MOST = 50

/** What somebody told with their own name, newest first. */
export async function listMine(tx: Tx, actor: PersonActor): Promise<OwnConcern[]> {
  const ids = await ownIds(tx, actor)
  if (ids.length === 0) return []
  const rows = await asSystem(tx, () =>
    tx
      .selectFrom('app.concern as c')
      .select(['c.id', 'c.body', 'c.told_at'])
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('app.concern_message as m')
              .select('m.id')
              .whereRef('m.organisation_id', '=', 'c.organisation_id')
              .whereRef('m.concern_id', '=', 'c.id')
              .where('m.author_id', 'is not', null),
          )
          .as('answered'),
      )
      .where('c.organisation_id', '=', actor.organisationId)
      .where('c.id', 'in', ids)
      .orderBy('c.told_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(MOST)
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    begins: row.body.length > 80 ? `${row.body.slice(0, 79)}…` : row.body,
    toldAt: Temporal.Instant.from(row.told_at),
    answered: row.answered === true,
  }))
}

/**
 * Makes sure that a concern was told by this person with their name.
 * @throws NotFound otherwise.
 */
export async function isMine(tx: Tx, actor: PersonActor, concernId: string): Promise<void> {
  if (!(await ownIds(tx, actor)).includes(concernId)) throw new NotFound('concern.missing')
}

async function ownIds(tx: Tx, actor: PersonActor): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.concern_reporter')
    .select('concern_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', actor.personId)
    .execute()
  return rows.map((row) => row.concern_id)
}
