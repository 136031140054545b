import type { PolicyInForce } from '#areas/policy/index.ts'
import { circleAbout } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The circle of a concern about the holders of these posts: where somebody stands in for one of them, theirs. */
export function circleWithout(policy: PolicyInForce, posts: readonly string[], schoolId: string): string {
  const plain = circleAbout(policy.pack, 'concern', null)
  const replaced = posts.map((post) => circleAbout(policy.pack, 'concern', post)).find((circle) => circle !== plain)
  return `${replaced ?? plain}:${schoolId}`
}

/** Who holds these posts at a school now. Run as the system. */
export async function holdersOf(tx: Tx, posts: readonly string[], schoolId: string): Promise<string[]> {
  if (posts.length === 0) return []
  const rows = await tx
    .selectFrom('app.post_holder')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('post', 'in', [...posts])
    .where('until_on', 'is', null)
    .where((eb) => eb.or([eb('school_id', 'is', null), eb('school_id', '=', schoolId)]))
    .execute()
  return rows.map((row) => row.person_id)
}

/** Walls people off a concern. Run as the system. */
export async function wallOff(tx: Tx, concernId: string, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  await tx
    .insertInto('app.concern_wall')
    .values(
      people.map((personId) => ({
        organisation_id: contextOf(tx).actor.organisationId,
        concern_id: concernId,
        person_id: personId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
