import { noteNoChange } from '#areas/approval/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { World } from './world.ts'

/** What of the world the reviews need. */
export type Told = Pick<World, 'agenda' | 'db' | 'system' | 'now'>

/** Each school year the head looks the policy through, and once more after the cases of this autumn; it stays as it is. */
export function planReviews(world: Told, years: readonly number[]): void {
  for (const year of years.slice(1))
    planReview(
      world,
      Temporal.Instant.from(`${year}-09-01T14:00:00Z`),
      'Read through with the safeguarding lead and the link governor. It holds as it is.',
    )
  planReview(
    world,
    world.now.subtract({ hours: 24 * 2 }),
    'Looked through after the cases of this autumn. The procedures were followed, and they hold as they are.',
  )
}

function planReview({ agenda, db, system }: Told, at: Temporal.Instant, reason: string): void {
  const { organisationId } = system
  agenda.plan(at, async () => {
    const head = await db.inTx(system, (tx) =>
      tx
        .selectFrom('app.post_holder')
        .select('person_id')
        .where('organisation_id', '=', organisationId)
        .where('post', '=', 'head')
        .where('until_on', 'is', null)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst(),
    )
    if (head === undefined) return
    const actor: PersonActor = { kind: 'person', organisationId, personId: head.person_id, audience: 'staff' }
    await db.inTx(actor, (tx) => noteNoChange(tx, actor, { reason }))
  })
}
