import type { PersonFacts, PersonKind } from '#pack/engines/audience/person.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** What the audiences of a pack ask of a person, and the school where they belong. */
export interface KnownPerson extends PersonFacts {
  readonly schoolId: string
}

// A primary school ends with year 6.
const LAST_PRIMARY_YEAR = 6

/**
 * The people of the organisation as audiences see them: what they are and when, the posts they hold, and the facts that a
 * pack takes `from: people` or `from: form`. Everybody, or those with these ids; four queries whatever their number.
 * Sensitive facts are in it only for those who may see them, and for the software itself.
 */
export async function personFacts(tx: Tx, ids?: readonly string[]): Promise<Map<string, KnownPerson>> {
  const { organisationId } = contextOf(tx).actor
  const memberships = await tx
    .selectFrom('app.person_membership')
    .select(['person_id', 'school_id', 'kind', 'year_group', 'from_on', 'until_on'])
    .where('organisation_id', '=', organisationId)
    .$if(ids !== undefined, (query) => query.where('person_id', 'in', atLeastOne(ids)))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  const posts = await tx
    .selectFrom('app.post_holder')
    .select(['person_id', 'post', 'from_on', 'until_on'])
    .where('organisation_id', '=', organisationId)
    .$if(ids !== undefined, (query) => query.where('person_id', 'in', atLeastOne(ids)))
    .execute()
  const stored = await tx
    .selectFrom('app.person')
    .select(['id', 'facts'])
    .where('organisation_id', '=', organisationId)
    .$if(ids !== undefined, (query) => query.where('id', 'in', atLeastOne(ids)))
    .execute()
  const given = await tx
    .selectFrom('app.person_fact')
    .select(['person_id', 'fact', 'value'])
    .where('organisation_id', '=', organisationId)
    .$if(ids !== undefined, (query) => query.where('person_id', 'in', atLeastOne(ids)))
    .execute()
  return putTogether(memberships, posts, stored, given)
}

interface Membership {
  readonly person_id: string
  readonly school_id: string
  readonly kind: string
  readonly year_group: number | null
  readonly from_on: string
  readonly until_on: string | null
}

function putTogether(
  memberships: readonly Membership[],
  posts: readonly { person_id: string; post: string; from_on: string; until_on: string | null }[],
  stored: readonly { id: string; facts: unknown }[],
  given: readonly { person_id: string; fact: string; value: unknown }[],
): Map<string, KnownPerson> {
  const postsOf = Map.groupBy(posts, (post) => post.person_id)
  const factsOf = new Map(stored.map((person) => [person.id, person.facts]))
  const givenOf = Map.groupBy(given, (one) => one.person_id)
  const people = new Map<string, KnownPerson>()
  for (const [id, own] of Map.groupBy(memberships, (one) => one.person_id)) {
    // Where they are now; for somebody who left, where they were last.
    const at = own.findLast((one) => one.until_on === null) ?? own.at(-1)
    people.set(id, {
      id,
      schoolId: at?.school_id ?? '',
      kinds: own.flatMap((one) =>
        isKind(one.kind) ? [{ kind: one.kind, from: one.from_on, until: one.until_on }] : [],
      ),
      facts: {
        ...scalars(factsOf.get(id)),
        ...scalars(Object.fromEntries((givenOf.get(id) ?? []).map((one) => [one.fact, one.value]))),
        ...pupilFacts(own),
      },
      posts: (postsOf.get(id) ?? []).map((post) => ({
        party: `party/${post.post}`,
        from: post.from_on,
        until: post.until_on,
      })),
    })
  }
  return people
}

/** Year and phase follow from the year group; a pupil without one has neither, and is listed rather than guessed. */
function pupilFacts(own: readonly Membership[]): Record<string, string | number> {
  const year = own.findLast((one) => one.kind === 'pupil' && one.until_on === null)?.year_group ?? null
  return year === null ? {} : { year, phase: year <= LAST_PRIMARY_YEAR ? 'primary' : 'secondary' }
}

function scalars(facts: unknown): Record<string, string | number | boolean> {
  if (typeof facts !== 'object' || facts === null) return {}
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => SCALARS.has(typeof value)))
}

const SCALARS: ReadonlySet<string> = new Set(['string', 'number', 'boolean'])

const KINDS: readonly PersonKind[] = ['pupil', 'parent', 'staff', 'governor', 'visitor', 'volunteer']
const isKind = (kind: string): kind is PersonKind => KINDS.some((one) => one === kind)

// "in ()" is no SQL; an id that nobody has finds nobody.
const atLeastOne = (ids: readonly string[] = []): readonly string[] =>
  ids.length > 0 ? ids : ['00000000-0000-0000-0000-000000000000']
