import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { textOf } from '../texts.ts'

/** A post that the policy needs and that nobody holds. */
export interface VacantPost {
  readonly id: string
  readonly says: string
  /** The schools where nobody holds it; empty when nobody holds it at all. */
  readonly schools: readonly string[]
}

/** The posts of a pack that nobody holds today, somewhere. A post held for all schools is held at each. */
export async function vacantPosts(tx: Tx, pack: Pack): Promise<VacantPost[]> {
  const { organisationId } = contextOf(tx).actor
  const held = await tx
    .selectFrom('app.post_holder')
    .select(['post', 'school_id'])
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('until_on', 'is', null)
    .execute()
  const schools = await tx
    .selectFrom('app.school')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return Object.entries(pack.parties).flatMap(([id, party]) => {
    if (party.kind !== 'post' || !party.required) return []
    const own = held.filter(({ post }) => post === id)
    const says = textOf(party.says)
    if (own.length === 0) return [{ id, says, schools: [] }]
    if (party.per !== 'school' || own.some(({ school_id }) => school_id === null)) return []
    const lacking = schools.filter((school) => !own.some(({ school_id }) => school_id === school.id))
    return lacking.length === 0 ? [] : [{ id, says, schools: lacking.map(({ name }) => name) }]
  })
}
