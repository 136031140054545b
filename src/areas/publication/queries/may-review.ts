import { mayKeepPolicy } from '#areas/drafting/index.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/**
 * The schools whose review somebody may see: a governor their own, those who keep the policy all of them.
 * @throws Forbidden for everybody else.
 */
export async function reviewedSchools(tx: Tx): Promise<{ readonly id: string; readonly name: string }[]> {
  const { actor } = contextOf(tx)
  if (actor.kind !== 'person') throw new Forbidden('policy_review.not_mine')
  const schools = await tx
    .selectFrom('app.school')
    .select(['id', 'name'])
    .where('organisation_id', '=', actor.organisationId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  if (await mayKeepPolicy(tx)) return schools
  const own = await tx
    .selectFrom('app.person_membership')
    .select('school_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', actor.personId)
    .where('kind', '=', 'governor')
    .where('until_on', 'is', null)
    .execute()
  if (own.length === 0) throw new Forbidden('policy_review.not_mine')
  return schools.filter((school) => own.some((membership) => membership.school_id === school.id))
}
