import type { Actor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { peopleChanged } from '../people-changed.ts'
import { schoolsOfSite } from '../queries/sites.ts'

export interface Appoint {
  readonly post: string
  readonly personId: string
  /** Null: for every school of the organisation. */
  readonly schoolId: string | null
  /** Held at a site: then for the schools that it belongs to, whatever school is said. */
  readonly siteId?: string
  readonly fromOn: Temporal.PlainDate
}

/**
 * Gives a post of the policy to a person, from a day on. What the post sees, they see from now. One that is held at a site of
 * several schools is written down once for each of them, so that whoever looks for a school's holders finds them.
 */
export async function appoint(tx: Tx, actor: Actor, input: Appoint): Promise<string> {
  const { siteId } = input
  const schools = siteId === undefined ? [input.schoolId] : await schoolsOfSite(tx, siteId)
  const rows = schools.map((schoolId) => ({
    organisation_id: actor.organisationId,
    id: newId(contextOf(tx).clock),
    post: input.post,
    person_id: input.personId,
    school_id: schoolId,
    site_id: siteId ?? null,
    from_on: input.fromOn.toString(),
  }))
  const [id = ''] = rows.map((row) => row.id)
  await asSystem(tx, () => tx.insertInto('app.post_holder').values(rows).execute())
  await peopleChanged(tx)
  recordEvent(tx, {
    code: 'post.given',
    subject: { kind: 'post_holder', id },
    personId: input.personId,
    details: {
      post: input.post,
      person: input.personId,
      school: input.schoolId,
      site: siteId ?? null,
      from: input.fromOn.toString(),
    },
  })
  return id
}

/**
 * Ends somebody's time in a post; of one that is held at a site, for all its schools.
 * @throws NotFound for one that nobody was given.
 */
export async function endAppointment(
  tx: Tx,
  actor: Actor,
  input: { id: string; untilOn: Temporal.PlainDate },
): Promise<void> {
  const held = await tx
    .selectFrom('app.post_holder')
    .select(['post', 'person_id', 'site_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', input.id)
    .executeTakeFirstOrThrow(() => new NotFound('post_holder.missing'))
  const siteId = held.site_id
  await asSystem(tx, () =>
    tx
      .updateTable('app.post_holder')
      .set({ until_on: input.untilOn.toString() })
      .where('organisation_id', '=', actor.organisationId)
      .where((eb) =>
        siteId === null
          ? eb('id', '=', input.id)
          : eb.and([
              eb('site_id', '=', siteId),
              eb('post', '=', held.post),
              eb('person_id', '=', held.person_id),
              eb('until_on', 'is', null),
            ]),
      )
      .execute(),
  )
  await peopleChanged(tx)
  recordEvent(tx, {
    code: 'post.ended',
    subject: { kind: 'post_holder', id: input.id },
    details: { until: input.untilOn.toString() },
  })
}
