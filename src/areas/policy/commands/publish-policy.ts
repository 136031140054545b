import { createHash } from 'node:crypto'
import type { Actor } from '#core/actor.ts'
import { personOf } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import type { Clause } from '#pack/types/clause.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { canonical } from '#platform/ledger/canonical.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { circlesOf } from '../circles.ts'
import { refreshSoon } from '../refresh-soon.ts'
import { textOf } from '../texts.ts'

export interface PublishPolicy {
  readonly pack: Pack
  readonly inForceOn: Temporal.PlainDate
  readonly note?: string
  /** How it was decided, where a draft led to it. */
  readonly decided?: Decided
}

/** What is said of a version when it is published, and never afterwards. */
export interface Decided {
  readonly draftId: string
  /** A change of substance asks for signatures again where the pack says so; a correction does not. */
  readonly material: boolean
  readonly approvedOn: Temporal.PlainDate | null
  /** Who or what body, in the pack's words. */
  readonly approvedBy: string | null
  readonly minute: string | null
  readonly reviewDueOn: Temporal.PlainDate | null
}

/**
 * Publishes a checked pack as the organisation's next policy version: immutable, with its hash, its clauses and its circles.
 * Run as the system; `actor` is who decided.
 * @throws Refused when the very same content is already in force.
 */
export async function publishPolicy(
  tx: Tx,
  actor: Actor,
  input: PublishPolicy,
): Promise<{ id: string; number: number }> {
  const { organisationId } = actor
  const { decided } = input
  const text = canonical(input.pack)
  const hash = createHash('sha256').update(text).digest()
  const last = await tx
    .selectFrom('app.policy_version')
    .select(['number', 'content_hash'])
    .where('organisation_id', '=', organisationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.content_hash.equals(hash))
    throw new Refused('policy.publish.same', 'This is the version that is already in force: nothing has changed.')
  const id = newId(contextOf(tx).clock)
  const number = (last?.number ?? 0) + 1
  await tx
    .insertInto('app.policy_version')
    .values({
      organisation_id: organisationId,
      id,
      pack: input.pack.pack.name,
      number,
      title: textOf(input.pack.pack.title),
      content: text,
      content_hash: hash,
      published_at: nowText(tx),
      published_by: personOf(actor),
      in_force_on: input.inForceOn.toString(),
      note: input.note ?? '',
      draft_id: decided?.draftId ?? null,
      material: decided?.material ?? null,
      approved_on: decided?.approvedOn?.toString() ?? null,
      approved_by: decided?.approvedBy ?? null,
      minute: decided?.minute ?? null,
      review_due_on: decided?.reviewDueOn?.toString() ?? null,
    })
    .execute()
  await writeClauses(tx, organisationId, id, input.pack)
  await writeCircles(tx, organisationId, id, input.pack)
  // A new version may ask for other agreements, and set other duties.
  await enqueue(tx, 'issue_agreements', {}, { key: `issue_agreements:${organisationId}` })
  await enqueue(tx, 'plan_duties', {}, { key: `plan-duties-soon:${organisationId}` })
  await enqueue(tx, 'seed_entries', {}, { key: `seed-entries:${organisationId}` })
  await refreshSoon(tx)
  recordEvent(tx, {
    code: 'policy.published',
    subject: { kind: 'policy_version', id },
    policyVersionId: id,
    details: {
      pack: input.pack.pack.name,
      number,
      hash: hash.toString('hex'),
      in_force_on: input.inForceOn.toString(),
      ...(decided === undefined ? {} : { material: decided.material, draft: decided.draftId }),
    },
  })
  return { id, number }
}

async function writeClauses(tx: Tx, organisationId: string, versionId: string, pack: Pack): Promise<void> {
  const sections = new Map(pack.sections.map((section) => [section.id, textOf(section.title)]))
  const row = (clause: Clause, position: number) => ({
    organisation_id: organisationId,
    policy_version_id: versionId,
    id: clause.id,
    position,
    section: sections.get(clause.section ?? '') ?? clause.section ?? '',
    says: textOf(clause.says),
    kind: clause.kind,
    area: clause.area ?? '',
    strength: clause.strength,
    kept_by: [...clause.kept_by],
    planned: [...clause.planned],
  })
  if (pack.clauses.length > 0) await tx.insertInto('app.clause').values(pack.clauses.map(row)).execute()
}

async function writeCircles(tx: Tx, organisationId: string, versionId: string, pack: Pack): Promise<void> {
  const rows = circlesOf(packOf(pack)).map((circle) => ({
    organisation_id: organisationId,
    policy_version_id: versionId,
    ...circle,
  }))
  if (rows.length > 0) await tx.insertInto('app.circle_post').values(rows).execute()
}
