import type { PolicyInForce } from '#areas/policy/index.ts'
import { circleAbout, circleInCase } from '#areas/policy/index.ts'
import { eventJudge } from '#pack/engines/judges.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { TOLD } from '../told-event.ts'
import { OTHER_WORRY } from '../worry-ids.ts'

/** A concern as it was told, as far as who handles it goes by it. */
export interface ToldConcern {
  readonly schoolId: string
  readonly aboutKind: string | null
  readonly inDanger: boolean
}

/** The circle of a concern about the holders of these posts: of whoever handles such a concern, and stands in for one of them. */
export function circleWithout(policy: PolicyInForce, posts: readonly string[], told: ToldConcern): string {
  const { schoolId } = told
  const values = { worry: told.aboutKind ?? OTHER_WORRY, in_danger: told.inDanger }
  const plain = circleInCase(policy.pack, 'concern', eventJudge(policy.pack, TOLD, values))
  const replaced = posts.flatMap((post) => {
    const circle = circleAbout(policy.pack, plain, post)
    return circle === plain ? [] : [circle]
  })[0]
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
    .orderBy('person_id')
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
