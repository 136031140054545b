import type { PolicyInForce } from '#areas/policy/index.ts'
import { circleAbout } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import type { NewPerson } from './people.ts'

/** Who must not see a record, and the circle that may see it without them. */
export interface KeptOut {
  readonly circle: string
  readonly walled: readonly string[]
}

/**
 * Reads the pack's parts: people in a part that is kept out are walled. When one of them holds a post that has somebody
 * instead (the head, and the chair of governors), the record goes to that one's circle.
 */
export async function keptOut(
  tx: Tx,
  policy: PolicyInForce,
  kind: string,
  people: readonly NewPerson[],
): Promise<KeptOut> {
  const parts = new Set((policy.pack.records[kind]?.parts ?? []).filter((part) => part.kept_out).map((part) => part.id))
  const walled = people.flatMap((person) =>
    person.personId !== null && parts.has(person.part) ? [person.personId] : [],
  )
  if (walled.length === 0) return { circle: circleAbout(policy.pack, kind, null), walled: [] }
  const posts = await asSystem(tx, () =>
    tx
      .selectFrom('app.post_holder')
      .select('post')
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('person_id', 'in', walled)
      .where('until_on', 'is', null)
      .execute(),
  )
  const replaced = posts
    .map(({ post }) => post)
    .find((post) => circleAbout(policy.pack, kind, post) !== circleAbout(policy.pack, kind, null))
  return { circle: circleAbout(policy.pack, kind, replaced ?? null), walled }
}
