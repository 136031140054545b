import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { assentOf } from './agreement-text.ts'
import type { Request } from './request.ts'

/** Who gets in touch with somebody who does not sign: the people, and the party of the policy that they act as. */
export interface Told {
  readonly people: readonly string[]
  readonly party: string
}

/**
 * Whom the agreement itself names for those who have not answered: the class teachers, or a post with those who stand in
 * for it. With nobody there, whoever leads on online safety, then the head. Run as the system.
 */
export async function whomToTell(tx: Tx, request: Request): Promise<Told> {
  const policy = await policyVersion(tx, request.policyVersionId, request.schoolId)
  for (const party of namedBy(policy, assentOf(policy.pack, request.assent))) {
    const people =
      party === 'class_teachers'
        ? await teachersOf(tx, request.aboutId)
        : await holdersOf(tx, party.slice('party/'.length), request.schoolId)
    // Nobody is told about themselves.
    const others = people.filter((person) => person !== request.aboutId)
    if (others.length > 0) return { people: others, party }
  }
  return { people: [], party: '' }
}

function namedBy(policy: PolicyInForce, assent: Assent): string[] {
  const who = assent.reminders?.then_tell
  const named = who === undefined ? [] : typeof who === 'string' ? [who] : 'any_of' in who ? who.any_of : who.all_of
  const usable = named.filter((party) => party === 'class_teachers' || party.startsWith('party/'))
  const instead = usable.flatMap((party) => {
    const post = policy.pack.parties[party.slice('party/'.length)]
    return post?.kind === 'post' && post.instead !== undefined
      ? [post.instead.away ?? post.instead.named_in_case, post.instead.named_in_case]
      : []
  })
  return [...usable, ...instead, 'party/online_safety_lead', 'party/head']
}

/** The teachers of a pupil's own class, or of any class where they have none. */
async function teachersOf(tx: Tx, pupilId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.class_member as p')
    .innerJoin('app.class as c', (join) =>
      join.onRef('c.organisation_id', '=', 'p.organisation_id').onRef('c.id', '=', 'p.class_id'),
    )
    .innerJoin('app.class_member as t', (join) =>
      join
        .onRef('t.organisation_id', '=', 'p.organisation_id')
        .onRef('t.class_id', '=', 'p.class_id')
        .on('t.part', '=', 'teacher')
        .on('t.until_on', 'is', null),
    )
    .select(['t.person_id', 'c.kind'])
    .where('p.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('p.person_id', '=', pupilId)
    .where('p.part', '=', 'pupil')
    .where('p.until_on', 'is', null)
    .orderBy('t.person_id')
    .execute()
  const own = rows.filter((row) => row.kind === 'homeroom')
  return [...new Set((own.length > 0 ? own : rows).map((row) => row.person_id))]
}

async function holdersOf(tx: Tx, post: string, schoolId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.post_holder')
    .select('person_id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('post', '=', post)
    .where('until_on', 'is', null)
    .where((where) => where.or([where('school_id', 'is', null), where('school_id', '=', schoolId)]))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return [...new Set(rows.map((row) => row.person_id))]
}
