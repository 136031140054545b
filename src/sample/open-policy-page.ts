import { readSchools } from '#areas/people/index.ts'
import { setPolicyPage } from '#areas/publication/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import type { Database } from '#platform/database/database.ts'

/** The head opens the policy page of each school to everybody. */
export async function openPolicyPage(db: Database, organisationId: string): Promise<void> {
  const head = await db.inTx(systemActor(organisationId, 'sample'), (tx) =>
    tx
      .selectFrom('app.post_holder')
      .select('person_id')
      .where('organisation_id', '=', organisationId)
      .where('post', '=', 'head')
      .where('until_on', 'is', null)
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  const actor: PersonActor = { kind: 'person', organisationId, personId: head.person_id, audience: 'staff' }
  await db.inTx(actor, async (tx) => {
    for (const school of await readSchools(tx)) await setPolicyPage(tx, actor, { schoolId: school.id, open: true })
  })
}
