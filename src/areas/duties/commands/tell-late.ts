import { writeNotices } from '#areas/notices/index.ts'
import { policyVersion, refreshSoon, textOf } from '#areas/policy/index.ts'
import { wallsOf } from '#areas/records/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import type { LateStep } from '#pack/engines/duties/late.ts'
import { lateSteps } from '#pack/engines/duties/late.ts'
import { dutyIn } from '#pack/engines/measures/check-duty.ts'
import type { Late } from '#pack/types/late.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { CASE_DUTY } from '../case-duty.ts'
import { partiesIn } from '../owners.ts'
import { paths } from '../paths.ts'
import { lateCode, linesTold } from '../queries/lines-told.ts'
import { type AtSchool, schoolsOnce } from './at-school.ts'
import { tellAhead } from './tell-ahead.ts'

interface OpenDuty {
  readonly id: string
  readonly duty: string
  readonly title: string
  readonly due_at: string
  readonly school_id: string | null
  readonly record_id: string | null
  readonly policy_version_id: string
  /** The post that owns it. */
  readonly party: string
  /** Who drew it from a case. */
  readonly made_by: string | null
}

/**
 * Tells those whom the policy names that a duty is late, each once, at the times that the policy gives, and reminds whoever has one
 * before it is due. Run as the system.
 * @returns how many notices of lateness are new, and when the next reminder, duty or late step falls.
 */
export async function tellLate(tx: Tx, _system: SystemActor): Promise<{ told: number; next: Temporal.Instant | null }> {
  const now = nowIn(tx)
  const schoolAt = schoolsOnce(tx)
  const before = await linesTold(tx)
  const ahead = [...(await tellAhead(tx, schoolAt))]
  let told = 0
  for (const one of await openDuties(tx, now)) {
    const { pack } = await policyVersion(tx, one.policy_version_id, one.school_id)
    const duty = one.duty === CASE_DUTY ? lateOfCase(one) : dutyIn(pack, one.duty)
    if (duty === undefined) continue
    const school = await schoolAt(one.school_id)
    for (const step of lateSteps(duty.late, one.due_at, school.calendar)) {
      const at = Temporal.Instant.from(step.at)
      if (Temporal.Instant.compare(at, now) > 0) ahead.push(at)
      else if (!before.has(`${one.id} ${lateCode(one.duty, step.index)}`))
        told += await tellStep(tx, pack, one, step, school, duty.clauses)
    }
  }
  const due = await nextDue(tx, now)
  if (due !== null) ahead.push(due)
  if (told > 0) await refreshSoon(tx)
  return { told, next: ahead.sort(Temporal.Instant.compare)[0] ?? null }
}

// No policy says who is told of it: whoever has to do it, and whoever drew it from their case.
const lateOfCase = ({ party }: OpenDuty): { late: Late[]; clauses: string[] } => ({
  late: [{ at: 'due', notify: `party/${party}` }],
  clauses: [],
})

async function tellStep(
  tx: Tx,
  pack: Pack,
  one: OpenDuty,
  { step, index }: LateStep,
  { holders, away }: AtSchool,
  clauses: readonly string[],
): Promise<number> {
  if (step.notify === undefined) return 0
  const says = step.says === undefined ? `Late: ${one.title}` : textOf(step.says)
  // Of a case nobody hears who stands behind its wall: whoever stands in for them does.
  const keptOut = one.record_id === null ? [] : await wallsOf(tx, one.record_id)
  const named = partiesIn(step.notify).flatMap((party) => {
    const acting = actingFor(pack, `party/${party}`, holders, { keptOut, away })
    return acting.people.map((readerId) => ({ readerId, party: acting.party }))
  })
  const drew = one.made_by === null ? [] : [{ readerId: one.made_by, party: null }]
  const notices = [...named, ...drew].map((reader) => ({
    ...reader,
    code: lateCode(one.duty, index),
    says,
    href: paths.show.to(one.id),
    subject: { kind: 'duty', id: one.id },
    clauses: [...clauses],
    urgent: false,
  }))
  const fresh = await writeNotices(tx, notices)
  if (fresh.length > 0)
    recordEvent(tx, {
      code: 'duty.late',
      subject: { kind: 'duty', id: one.id },
      ...(one.record_id === null ? {} : { recordId: one.record_id }),
      policyVersionId: one.policy_version_id,
      clauses: [...clauses],
      details: { duty: one.duty, step: index, readers: fresh.map((notice) => notice.readerId) },
    })
  return fresh.length
}

const openDuties = (tx: Tx, now: Temporal.Instant): Promise<OpenDuty[]> =>
  tx
    .selectFrom('app.duty as d')
    .leftJoin('app.case_follow_up as f', (join) =>
      join.onRef('f.organisation_id', '=', 'd.organisation_id').onRef('f.duty_id', '=', 'd.id'),
    )
    .select(['d.id', 'd.duty', 'd.title', 'd.due_at', 'd.school_id', 'd.record_id', 'd.policy_version_id'])
    .select(['d.party', 'f.made_by'])
    .where('d.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('d.state', '=', 'open')
    .where('d.due_at', '<', now.toString())
    .orderBy('d.due_at')
    .orderBy('d.id')
    .execute()

async function nextDue(tx: Tx, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const row = await tx
    .selectFrom('app.duty')
    .select((eb) => eb.fn.min('due_at').as('due'))
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '=', 'open')
    .where('due_at', '>=', now.toString())
    .executeTakeFirst()
  const due: string | null | undefined = row?.due
  return due == null ? null : Temporal.Instant.from(due)
}
