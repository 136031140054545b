import { policyVersion, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { isInPart } from '#pack/engines/assents/agreed-to.ts'
import type { Tx } from '#platform/database/tx.ts'
import { readPeople } from './read-people.ts'
import { itemsOf } from './read-signatures.ts'

/** Something that the person who looks has signed, with the way to their copy. */
export interface PastSignature {
  readonly id: string
  readonly title: string
  readonly name: string
  readonly self: boolean
  readonly outcome: string
  readonly anonymous: boolean
  readonly signedAt: Temporal.Instant
  /** Whether it takes back some statements only. */
  readonly inPart: boolean
}

const MOST = 60

/** What somebody has signed or refused, newest first. */
export async function readPast(tx: Tx, actor: PersonActor): Promise<PastSignature[]> {
  const rows = await tx
    .selectFrom('app.signature as s')
    .innerJoin('app.assent_request as r', (join) =>
      join.onRef('r.organisation_id', '=', 's.organisation_id').onRef('r.id', '=', 's.request_id'),
    )
    .select([
      's.id',
      's.about_id',
      's.outcome',
      's.answers',
      's.signed_at',
      'r.assent',
      'r.policy_version_id',
      'r.school_id',
    ])
    .where('s.organisation_id', '=', actor.organisationId)
    .where('s.signer_id', '=', actor.personId)
    .orderBy('s.signed_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(MOST)
    .execute()
  const people = await readPeople(
    tx,
    rows.map((row) => row.about_id),
  )
  const found: PastSignature[] = []
  for (const row of rows) {
    const { pack } = await policyVersion(tx, row.policy_version_id, row.school_id)
    const assent = pack.assents[row.assent]
    found.push({
      id: row.id,
      title: assent === undefined ? row.assent : textOf(assent.says),
      name: people.get(row.about_id)?.given ?? '',
      self: row.about_id === actor.personId,
      outcome: row.outcome,
      anonymous: assent?.anonymous === true,
      signedAt: Temporal.Instant.from(row.signed_at),
      inPart: isInPart({ outcome: row.outcome, answers: itemsOf(row.answers) }),
    })
  }
  return found
}
