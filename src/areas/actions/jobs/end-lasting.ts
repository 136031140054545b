import { holdersAt, writeNotices } from '#areas/notices/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import { addressesOf, takeStep, wallsOf } from '#areas/records/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { partiesIn } from '#pack/engines/actions/derived-steps.ts'
import { ANSWERS, derivedFrom, IN_FORCE } from '#pack/engines/actions/kinds.ts'
import type { Ends } from '#pack/types/action.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowIn } from '#platform/database/tx.ts'
import { endUndecided } from './end-undecided.ts'
import { type Happened, isOverWith } from './happened.ts'

/** Ends what is over, reminds of what soon will be, and asks for the next look. Runs as the system. */
export async function endDue(tx: Tx, actor: SystemActor, happened: Happened | null = null): Promise<number> {
  const now = nowIn(tx)
  const open = await inForce(tx)
  let ended = happened === null ? 0 : await endUndecided(tx, actor, happened)
  for (const one of open) {
    const over = one.until !== null && Temporal.Instant.compare(one.until, now) <= 0
    const byEvent = happened?.records.includes(one.recordId) === true && isOverWith(endsOf(one), happened.event)
    if ((over || byEvent) && one.step !== null) {
      await tell(tx, one, `${one.reference} is over: ${one.title}.`, 'action.over')
      await takeStep(tx, actor, { recordId: one.recordId, step: one.step, does: { answers: [ANSWERS.over] } })
      ended += 1
    } else if (one.remind !== null && Temporal.Instant.compare(one.remind, now) <= 0) {
      await tell(tx, one, `${one.reference} ends soon: ${one.title}.`, 'action.ends')
      await tx
        .updateTable('app.lasting_effect')
        .set({ remind_at: null })
        .where('organisation_id', '=', actor.organisationId)
        .where('id', '=', one.id)
        .execute()
    }
  }
  await askForNext(tx, open, now)
  return ended
}

type InForce = Awaited<ReturnType<typeof inForce>>[number]

async function inForce(tx: Tx) {
  const rows = await tx
    .selectFrom('app.lasting_effect as l')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'l.organisation_id').onRef('r.id', '=', 'l.record_id'),
    )
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'l.organisation_id').onRef('d.record_id', '=', 'l.record_id'),
    )
    .leftJoin('app.record_step as s', (join) =>
      join
        .onRef('s.organisation_id', '=', 'l.organisation_id')
        .onRef('s.record_id', '=', 'l.record_id')
        .on('s.step', '=', IN_FORCE),
    )
    .select(['l.id', 'l.record_id', 'l.until_at', 'l.remind_at', 'r.kind', 'r.reference', 'r.school_id', 'r.opened_by'])
    .select(['r.policy_version_id', 'd.title', 's.key'])
    .where('l.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('l.key', '=', IN_FORCE)
    .where('l.ended_at', 'is', null)
    .where('r.state', '=', 'open')
    .orderBy('l.until_at')
    .orderBy('l.id')
    .orderBy('s.key')
    .execute()
  const found = []
  for (const row of rows) {
    const { pack } = await policyVersion(tx, row.policy_version_id, row.school_id)
    found.push({
      id: row.id,
      recordId: row.record_id,
      kind: row.kind,
      reference: row.reference,
      title: row.title,
      schoolId: row.school_id,
      openedBy: row.opened_by,
      step: row.key,
      until: row.until_at === null ? null : Temporal.Instant.from(row.until_at),
      remind: row.remind_at === null ? null : Temporal.Instant.from(row.remind_at),
      pack,
    })
  }
  return found
}

function declared({ kind, pack }: { kind: string; pack: Pack }) {
  const derived = derivedFrom(kind)
  if (derived === null) return {}
  return derived.of === 'action' ? { action: pack.actions[derived.id] } : { exception: pack.exceptions[derived.id] }
}

function endsOf(one: InForce): Ends | undefined {
  const { action, exception } = declared(one)
  return (action ?? exception)?.ends
}

/** Tells whoever may lift it, or who asked for it, that it is over or soon will be. Nobody behind a wall of the case. */
async function tell(tx: Tx, one: InForce, says: string, code: string): Promise<void> {
  const { action } = declared(one)
  const holders = await holdersAt(tx, one.schoolId)
  const walled = await wallsOf(tx, one.recordId)
  const posts = partiesIn(action?.lifted_by ?? action?.by)
  const people = posts.flatMap((party) => (holders[party] ?? []).map((readerId) => ({ readerId, party })))
  const opener = one.openedBy === null ? [] : [{ readerId: one.openedBy, party: null }]
  await writeNotices(
    tx,
    [...people, ...opener]
      .filter(({ readerId }) => !walled.includes(readerId))
      .map(({ readerId, party }) => ({
        readerId,
        code,
        says,
        href: addressesOf(one.kind).show.to(one.recordId),
        subject: { kind: 'record', id: one.recordId },
        party: party === null ? null : party.replace('party/', ''),
        clauses: [],
        urgent: false,
      })),
  )
}

async function askForNext(tx: Tx, open: readonly InForce[], now: Temporal.Instant): Promise<void> {
  const [next] = open
    .flatMap((one) => [one.until, one.remind])
    .filter((at) => at !== null)
    .filter((at) => Temporal.Instant.compare(at, now) > 0)
    .toSorted(Temporal.Instant.compare)
  if (next !== undefined)
    await enqueue(
      tx,
      'end_lasting',
      {},
      // Over is when its last second has passed, not at it.
      { key: `end-lasting:${contextOf(tx).actor.organisationId}`, runAt: next.add({ seconds: 1 }) },
    )
}
