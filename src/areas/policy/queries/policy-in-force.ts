import { Refused } from '#core/errors.ts'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import type { Pack } from '#pack/types/pack.ts'
import { pack as packSchema } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { policyAt } from './policy-at.ts'

/** The version that is in force, with its whole pack as it is carried out; `asWritten` gives it as it was published. */
export interface PolicyInForce {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly inForceOn: Temporal.PlainDate
  readonly publishedAt: Temporal.Instant
  readonly pack: Pack
}

// A published version never changes, so its pack is read and parsed once in the life of the process.
const versions = new Map<string, PolicyInForce>()
const MOST_HELD = 200

/**
 * The organisation's policy as it stands now; with a school, as it holds there.
 * @throws Refused when nothing has been published yet.
 */
export async function policyInForce(tx: Tx, schoolId: string | null = null): Promise<PolicyInForce> {
  const policy = await policyInForceOrNone(tx, schoolId)
  if (policy === null)
    throw new Refused('policy.none', NONE, { href: '/policy/drafts', text: 'The drafts of the policy' })
  return policy
}

const NONE =
  'No policy has been published yet, so there is nothing here. Whoever keeps the policy prepares it as a draft and publishes it.'

/** The same where there may be none yet. */
export async function policyInForceOrNone(tx: Tx, schoolId: string | null = null): Promise<PolicyInForce | null> {
  const organisationId = contextOf(tx).actor.organisationId
  const latest = await tx
    .selectFrom('app.policy_version')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return latest === undefined ? null : policyVersion(tx, latest.id, schoolId)
}

/** One version by its id, whether in force or superseded; with a school, as it holds or held there. */
export const policyVersion = async (tx: Tx, id: string, schoolId: string | null = null): Promise<PolicyInForce> =>
  policyAt(tx, await wholeVersion(tx, id), schoolId)

async function wholeVersion(tx: Tx, id: string): Promise<PolicyInForce> {
  const held = versions.get(id)
  if (held !== undefined) return held
  const row = await tx
    .selectFrom('app.policy_version')
    .select(['id', 'number', 'title', 'content', 'in_force_on', 'published_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Refused('policy.version.missing'))
  const version: PolicyInForce = {
    id: row.id,
    number: row.number,
    title: row.title,
    inForceOn: Temporal.PlainDate.from(row.in_force_on),
    publishedAt: Temporal.Instant.from(row.published_at),
    pack: packOf(packSchema.parse(row.content)),
  }
  if (versions.size >= MOST_HELD) versions.clear()
  versions.set(id, version)
  return version
}
