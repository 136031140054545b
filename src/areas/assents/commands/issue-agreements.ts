import { createHash } from 'node:crypto'
import { policyInForce, refreshSoon } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { batches } from '#platform/database/batches.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { canonical } from '#platform/ledger/canonical.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { assentOf, clausesOf } from '../agreement-text.ts'
import { letIn } from '../ask-others.ts'
import { writeLetters } from '../letters.ts'
import type { ToAsk, Untold, Wanted } from '../to-ask.ts'
import { whomToAsk } from '../to-ask.ts'

export type IssueAgreements = Wanted & {
  /** Whether those who are asked hear of it at once; yes unless told. */
  readonly tell?: boolean
}

/**
 * Asks everybody whom an agreement binds and who has not been asked in this round: joiners, a new school year or term, a
 * text that changed. Asking twice asks nobody twice. Run as the system.
 * @returns how many were asked, and of whom the facts do not tell whether they are bound.
 */
export async function issueAgreements(
  tx: Tx,
  system: SystemActor,
  input: IssueAgreements = {},
): Promise<{ asked: number; unknown: readonly Untold[] }> {
  const policy = await policyInForce(tx)
  const { toAsk, toEnd, unknown } = await whomToAsk(tx, policy, input)
  const { organisationId } = system
  await close(tx, organisationId, toEnd, 'ended')
  if (toAsk.length === 0) return { asked: 0, unknown }
  const replaced = toAsk.flatMap((one) => one.replaces ?? [])
  await close(tx, organisationId, replaced, 'superseded')
  const asked = await ask(tx, policy.id, toAsk)
  await letIn(
    tx,
    asked.map((one) => ({ requestId: one.id, people: one.others })),
  )
  if (input.tell !== false) await writeLetters(tx, policy, 'asked', asked)
  const people = new Set(asked.map((one) => one.aboutId))
  const assents = [...new Set(asked.map((one) => one.assent))]
  recordEvent(tx, {
    code: 'agreement.asked',
    ...(people.size === 1 && asked[0] !== undefined ? { personId: asked[0].aboutId } : {}),
    policyVersionId: policy.id,
    clauses: [...new Set(assents.flatMap((id) => clausesOf(assentOf(policy.pack, id))))],
    details: { asked: asked.length, ended: toEnd.length, assents, hash: hashOf(asked) },
  })
  await refreshSoon(tx)
  return { asked: asked.length, unknown }
}

/** Writes the askings. Two runs at once ask the same people: the second finds them asked, and does nothing more about them. */
async function ask(tx: Tx, policyVersionId: string, toAsk: readonly ToAsk[]): Promise<(ToAsk & { id: string })[]> {
  const { actor, clock } = contextOf(tx)
  const wanted = toAsk.map((one) => ({ ...one, id: newId(clock) }))
  const rows = wanted.map((one) => ({
    organisation_id: actor.organisationId,
    id: one.id,
    policy_version_id: policyVersionId,
    assent: one.assent,
    about_id: one.aboutId,
    school_id: one.schoolId,
    round: one.round,
    state: 'open',
    asked_at: nowText(tx),
    due_at: one.dueAt,
  }))
  const written = new Set<string>()
  for (const part of batches(rows)) {
    const added = await tx
      .insertInto('app.assent_request')
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    for (const { id } of added) written.add(id)
  }
  return wanted.filter(({ id }) => written.has(id))
}

async function close(tx: Tx, organisationId: string, ids: readonly string[], state: 'ended' | 'superseded') {
  for (const part of batches(ids))
    await tx
      .updateTable('app.assent_request')
      .set({ state })
      .where('organisation_id', '=', organisationId)
      .where('id', 'in', part)
      .execute()
}

/** SHA-256 of a list of changes, which the one ledger entry of bulk work carries. */
export const hashOf = (
  changes: readonly { readonly id: string; readonly assent: string; readonly aboutId: string }[],
) =>
  createHash('sha256')
    .update(canonical(changes.map(({ id, assent, aboutId }) => [id, assent, aboutId])))
    .digest('hex')
