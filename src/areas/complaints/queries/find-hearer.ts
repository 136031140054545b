import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { ComplainedOf } from './find-case.ts'

/** Who hears a complaint: the holder of a post, or a body outside when everybody whom the policy names is in the case. */
export type Hearer =
  | { readonly post: string; readonly personId: string; readonly name: string }
  | { readonly body: string }

/** A holder of one of the posts that hear complaints. */
export type PostHearer = Extract<Hearer, { readonly post: string }>

/**
 * Everybody who may hear a complaint, in the order of the policy: the holders of its posts who are in no way in the case.
 * Runs as the system: who is in a case is asked about people who must not learn of it.
 */
export async function hearersLeft(
  tx: Tx,
  { pack }: Pick<PolicyInForce, 'pack'>,
  one: Pick<ComplainedOf, 'id' | 'kind' | 'schoolId'>,
): Promise<readonly PostHearer[]> {
  const posts = (pack.records[one.kind]?.complaints?.heard_by ?? []).map((party) => party.slice('party/'.length))
  if (posts.length === 0) return []
  const rows = await tx
    .selectFrom('app.post_holder as h')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'h.organisation_id').onRef('p.id', '=', 'h.person_id'),
    )
    .select(['h.post', 'h.person_id'])
    .select(sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'))
    .where('h.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('h.post', 'in', posts)
    .where('h.until_on', 'is', null)
    .where((eb) => eb.or([eb('h.school_id', 'is', null), eb('h.school_id', '=', one.schoolId)]))
    .where(sql<boolean>`not app.is_in_case(${one.id}::uuid, h.person_id)`)
    .orderBy('h.id')
    .execute()
  return posts.flatMap((post) =>
    rows.filter((row) => row.post === post).map((row) => ({ post, personId: row.person_id, name: row.name })),
  )
}

/**
 * Who hears a complaint: the first of those who may, less `never`, such as whoever complains; else the body outside.
 * @returns null where the policy says nothing about complaints.
 */
export async function findHearer(
  tx: Tx,
  policy: Pick<PolicyInForce, 'pack'>,
  one: Pick<ComplainedOf, 'id' | 'kind' | 'schoolId'>,
  never: readonly string[],
): Promise<Hearer | null> {
  const complaints = policy.pack.records[one.kind]?.complaints
  if (complaints === undefined) return null
  const free = (await hearersLeft(tx, policy, one)).find((hearer) => !never.includes(hearer.personId))
  return free ?? { body: complaints.else.slice('party/'.length) }
}
