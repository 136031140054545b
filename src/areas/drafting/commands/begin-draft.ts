import type { Actor } from '#core/actor.ts'
import { personOf } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { stored } from '../content.ts'
import { mayKeepPolicy } from '../may-keep.ts'

/** What was proposed for one clause of a document. */
export interface NewProposal {
  readonly clause: string
  readonly at: unknown
  readonly proposal: unknown
  /** `dropped`: the reader took it for no rule; it can be taken back. */
  readonly state?: 'open' | 'dropped'
}

export interface BeginDraft {
  readonly title: string
  /** `version/3`, `pack/village-primary`, `document/policy.docx`, `blank` or `file`. */
  readonly beganFrom: string
  readonly content: Pack
  /** The first revision in words. */
  readonly says: string
  readonly proposals?: readonly NewProposal[]
}

/**
 * Begins a draft with its first revision. It is its keepers' own until they offer it to others.
 * @throws Forbidden for whoever does not keep the policy.
 */
export async function beginDraft(tx: Tx, actor: Actor, input: BeginDraft): Promise<string> {
  if (actor.kind !== 'system' && !(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
  const { organisationId } = actor
  const id = newId(contextOf(tx).clock)
  const { text, hash } = stored(input.content)
  const inForce = await newestVersion(tx, organisationId)
  const at = nowText(tx)
  await tx
    .insertInto('app.policy_draft')
    .values({
      organisation_id: organisationId,
      id,
      title: input.title,
      began_from: input.beganFrom,
      base_version_id: inForce,
      revision: 1,
      created_by: personOf(actor),
      created_at: at,
      changed_at: at,
    })
    .execute()
  await tx
    .insertInto('app.policy_revision')
    .values({
      organisation_id: organisationId,
      draft_id: id,
      number: 1,
      content: text,
      content_hash: hash,
      says: input.says,
      made_by: personOf(actor),
      made_at: at,
    })
    .execute()
  await writeProposals(tx, actor, id, input.proposals ?? [])
  recordEvent(tx, {
    code: 'policy.draft.begun',
    subject: { kind: 'policy_draft', id },
    details: { title: input.title, from: input.beganFrom, hash: hash.toString('hex') },
  })
  return id
}

async function newestVersion(tx: Tx, organisationId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('app.policy_version')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

async function writeProposals(tx: Tx, actor: Actor, draftId: string, proposals: readonly NewProposal[]): Promise<void> {
  const rows = proposals.map(({ clause, at, proposal, state = 'open' }, position) => ({
    organisation_id: actor.organisationId,
    draft_id: draftId,
    clause,
    position,
    found_at: JSON.stringify(at),
    proposal: JSON.stringify(proposal),
    state,
    settled_by: state === 'open' ? null : personOf(actor),
    settled_at: state === 'open' ? null : nowText(tx),
  }))
  // A statement takes only so many values.
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx
      .insertInto('app.policy_proposal')
      .values(rows.slice(from, from + AT_ONCE))
      .execute()
}

const AT_ONCE = 1_000
