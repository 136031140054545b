import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'

/** Whether a person holds a post now. */
export async function holdsPost(tx: Tx, actor: PersonActor, post: string): Promise<boolean> {
  const held = await tx
    .selectFrom('app.post_holder')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', actor.personId)
    .where('post', '=', post)
    .where('until_on', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return held !== undefined
}
