import { sql } from 'kysely'
import { policyInForceOrNone } from '#areas/policy/index.ts'
import type { GivenVoice } from '#pack/engines/decisions/decide.ts'
import { standingOfDecision } from '#pack/engines/decisions/decide.ts'
import type { PublishGuard } from '#pack/engines/guards/publish-guards.ts'
import { publishGuards } from '#pack/engines/guards/publish-guards.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import type { PolicyDraft } from './read-draft.ts'

/**
 * What the policy in force asks before a draft may follow it, and whether it is there: decisions about the revision that is offered, and
 * records made since the version in force. A first version has none to ask.
 */
export async function readPublishGuards(tx: Tx, draft: PolicyDraft): Promise<PublishGuard[]> {
  const inForce = await policyInForceOrNone(tx)
  if (inForce === null) return []
  const { pack } = inForce
  if (publishGuards(pack, NOTHING).length === 0) return []
  return asSystem(tx, async () => {
    const agreed = await agreedDecisions(tx, pack, draft)
    const recorded = await recordedSince(tx, inForce.publishedAt)
    return publishGuards(pack, { decided: (ref) => agreed.has(ref), hasRecord: (ref) => recorded.has(ref) })
  })
}

const NOTHING = { decided: () => undefined, hasRecord: () => undefined }

/** The decisions that said yes to the revision that is offered, as `decision/x`. */
async function agreedDecisions(tx: Tx, pack: Pack, draft: PolicyDraft): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('app.policy_approval as a')
    .innerJoin('app.policy_draft as d', (join) =>
      join.onRef('d.organisation_id', '=', 'a.organisation_id').onRef('d.id', '=', 'a.draft_id'),
    )
    .select(['a.decision', 'a.voice', 'a.answer', 'a.given_by', 'a.given_at'])
    .where('a.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('a.draft_id', '=', draft.id)
    .where('a.revision', '=', draft.offeredRevision ?? 0)
    .whereRef('a.given_at', '>=', 'd.offered_at')
    .orderBy('a.given_at')
    .orderBy('a.id')
    .execute()
  const voices = Map.groupBy(rows, (row) => row.decision)
  return new Set(
    [...voices].flatMap(([id, own]) => {
      const decision = pack.decisions[id]
      const given = own.map(
        (row): GivenVoice => ({
          person: row.given_by,
          parties: [`party/${row.voice}`],
          says: row.answer === 'yes' ? 'yes' : 'no',
          at: row.given_at,
        }),
      )
      return decision !== undefined && standingOfDecision(decision, given).kind === 'agreed' ? [`decision/${id}`] : []
    }),
  )
}

/** The records that were opened since a moment, and the steps that were settled in them: `record/x` and `record/x#step`. */
async function recordedSince(tx: Tx, since: Temporal.Instant): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ kind: string; step: string | null }>`
    select distinct r.kind, e.event ->> 'stepId' as step
      from app.record r
      left join app.record_event e on e.organisation_id = r.organisation_id and e.record_id = r.id
       and e.event ->> 'chart' = 'record/' || r.kind and e.event ->> 'kind' in ('answered', 'done')
       and not exists (select 1 from app.record_event b where b.organisation_id = e.organisation_id
         and b.record_id = e.record_id and b.seq > e.seq and b.event ->> 'kind' = 'taken_back'
         and b.event ->> 'step' = e.event ->> 'step')
     where r.organisation_id = ${contextOf(tx).actor.organisationId} and r.state <> 'voided'
       and r.opened_at >= ${since.toString()}::timestamptz`.execute(tx)
  return new Set(
    rows.flatMap(({ kind, step }) => [`record/${kind}`, ...(step === null ? [] : [`record/${kind}#${step}`])]),
  )
}
