import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion, textOf } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'

/** Somebody who is only described in a record, with what the policy asks of them because of it. */
export interface DescribedAsked {
  readonly personId: string
  readonly described: string
  readonly assent: string
  readonly title: string
  readonly state: 'none' | 'waiting' | 'answered'
  /** When the link is over, or when it was answered. */
  readonly at: Temporal.Instant | null
  readonly name: string | null
}

/** A record whose described people may be asked by link. */
export interface LinkedRecord {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly schoolId: string
  readonly policy: PolicyInForce
  readonly asked: readonly DescribedAsked[]
}

/**
 * Who is described in a record and asked for something because of it, and how that stands.
 * @throws NotFound when the actor may not see the record, or it is not open.
 */
export async function readDescribedAsked(tx: Tx, recordId: string): Promise<LinkedRecord> {
  const { organisationId } = contextOf(tx).actor
  const record = await tx
    .selectFrom('app.record')
    .select(['id', 'kind', 'reference', 'school_id as schoolId', 'policy_version_id'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', recordId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow(() => new NotFound('record.missing'))
  const policy = await policyVersion(tx, record.policy_version_id, record.schoolId)
  const people = await tx
    .selectFrom('app.record_person')
    .select(['id', 'described', 'part'])
    .where('organisation_id', '=', organisationId)
    .where('record_id', '=', recordId)
    .where('removed_at', 'is', null)
    .where('described', 'is not', null)
    .orderBy('id')
    .execute()
  const links = await readLinks(tx, recordId)
  const asked = Object.entries(policy.pack.assents).flatMap(([id, assent]) => {
    const { for: whom } = assent
    if (typeof whom === 'string' || whom.record !== `record/${record.kind}`) return []
    return people
      .filter((person) => whom.parts.includes(person.part))
      .map((person): DescribedAsked => {
        const own = links.filter((link) => link.record_person_id === person.id && link.assent === id)
        return {
          personId: person.id,
          described: person.described ?? '',
          assent: id,
          title: textOf(assent.says),
          ...stateOf(own, nowIn(tx)),
        }
      })
  })
  return { ...record, policy, asked }
}

type Link = Awaited<ReturnType<typeof readLinks>>[number]

function stateOf(links: readonly Link[], now: Temporal.Instant): Pick<DescribedAsked, 'state' | 'at' | 'name'> {
  const used = links.find((link) => link.used_at !== null)
  if (used?.used_at != null)
    return { state: 'answered', at: Temporal.Instant.from(used.used_at), name: used.typed_name }
  const ends = links
    .map((link) => Temporal.Instant.from(link.expires_at))
    .filter((at) => Temporal.Instant.compare(at, now) > 0)
    .sort(Temporal.Instant.compare)
    .at(-1)
  return { state: ends === undefined ? 'none' : 'waiting', at: ends ?? null, name: null }
}

const readLinks = (tx: Tx, recordId: string) =>
  tx
    .selectFrom('app.answer_link')
    .select(['record_person_id', 'assent', 'expires_at', 'used_at', 'typed_name'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .orderBy('id')
    .execute()
