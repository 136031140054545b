import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion, refreshSoon, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import { isComputed } from '#pack/engines/duties/covers.ts'
import { dutyState, needsReason } from '#pack/engines/duties/late.ts'
import { measureOf } from '#pack/engines/measures/check-duty.ts'
import type { Duty } from '#pack/types/duty.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, enqueue, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { CASE_DUTY } from '../case-duty.ts'
import { readKey } from '../key.ts'
import { personOfParty } from '../owners.ts'
import type { DoesAs } from '../queries/may-do.ts'
import { doesAs, ownPartsAt, readHeld, siteOf } from '../queries/may-do.ts'
import { reportOf } from '../report/content.ts'
import { namesInReport } from '../report/names-in-report.ts'
import { sendReport } from '../report/send-report.ts'

export interface DoDuty {
  readonly dutyId: string
  /** What was done, in the person's own words. */
  readonly note: string
  /** `not_needed` only for what an event caused, and the note says why. */
  readonly outcome: 'done' | 'not_needed'
  /** Why it is late, where the policy asks for a reason. */
  readonly reason?: string
}

interface KnownDuty {
  readonly id: string
  readonly duty: string
  readonly key: string
  readonly party: string
  readonly school_id: string | null
  readonly record_id: string | null
  readonly starts_at: string
  readonly due_at: string
  readonly state: string
  readonly policy_version_id: string
}

/**
 * Marks a duty as done by whoever has the post, or stands in, with the proof that the policy asks for. A word given here
 * stands: a mistake is put right with the next one.
 */
export async function doDuty(tx: Tx, actor: PersonActor, input: DoDuty): Promise<void> {
  const one = await known(tx, input.dutyId)
  const policy = await policyVersion(tx, one.policy_version_id, one.school_id)
  const as = doesAs(policy.pack, one, ownPartsAt(await readHeld(tx), one.school_id, siteOfKnown(policy.pack, one)))
  if (as === null) throw new Forbidden('duty.not_mine')
  if (one.state !== 'open') throw new Refused('duty.settled', 'This duty is settled already.')
  if (measureOf(one.duty) !== null)
    throw new Refused('duty.check', 'Say on the page of the measure how it stands: that settles this duty.')
  const now = nowIn(tx)
  if (Temporal.Instant.compare(Temporal.Instant.from(one.starts_at), now) > 0)
    throw new Refused('duty.not_begun', 'This duty has not begun yet.')
  const duty = policy.pack.duties[one.duty]
  await assertProof(tx, one, duty, input)
  const report = input.outcome === 'done' ? reportOf(policy.pack, duty) : null
  if (report?.anonymous === true) await assertNamesNobody(tx, input.note)
  await write(tx, actor, one, input)
  note(tx, policy, one, duty, input, as)
  if (input.outcome === 'done') await tellOthers(tx, policy, one, now)
  if (report !== null) await sendReport(tx, policy.pack, report, { id: one.id, schoolId: one.school_id })
  await refreshSoon(tx)
}

async function assertNamesNobody(tx: Tx, note: string): Promise<void> {
  const { whole } = await namesInReport(tx, note)
  if (whole.length > 0) throw new Refused('duty.names', 'This report names nobody: take the names of people out of it.')
}

const siteOfKnown = (pack: Pack, { duty, key, school_id }: KnownDuty): string | null =>
  siteOf(pack, { duty, subject: readKey(key).subject, schoolId: school_id })

const known = (tx: Tx, id: string): Promise<KnownDuty> =>
  tx
    .selectFrom('app.duty')
    .select([
      'id',
      'duty',
      'key',
      'party',
      'school_id',
      'record_id',
      'starts_at',
      'due_at',
      'state',
      'policy_version_id',
    ])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('duty.missing'))

async function assertProof(tx: Tx, one: KnownDuty, duty: Duty | undefined, input: DoDuty): Promise<void> {
  if (one.duty === CASE_DUTY && input.note === '') throw new Refused('duty.note', 'Say in a few words what you did.')
  if (duty === undefined) return
  const state = dutyState(one.due_at, null, nowIn(tx))
  if (needsReason(duty.late, state) && (input.reason ?? '') === '')
    throw new Refused('duty.reason', 'This duty is late: say why before you close it.')
  if (input.outcome === 'not_needed') {
    if (!('on' in duty)) throw new Refused('duty.always_needed', 'The policy asks for this every time.')
    if (input.note === '') throw new Refused('duty.note', 'Say why it is not needed.')
    return
  }
  const { proof } = duty
  if ('attest' in proof && input.note === '') throw new Refused('duty.note', 'Say in a few words what you did.')
  if (isComputed(proof))
    throw new Refused('duty.computed', 'This duty is done by itself as soon as its proof is there.')
  if ('record' in proof && !(await hasRecord(tx, one, proof.record.slice('record/'.length))))
    throw new Refused('duty.no_record', 'There is no record yet that shows it.')
}

// Whether the record is there is asked as the system: who did the duty need not be among those who may read it.
async function hasRecord(tx: Tx, one: KnownDuty, kind: string): Promise<boolean> {
  const personId = personOfParty(one.party)
  const row = await asSystem(tx, () =>
    tx
      .selectFrom('app.record')
      .select('id')
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('kind', '=', kind)
      .where('state', '<>', 'voided')
      .where('opened_at', '>=', one.starts_at)
      .$if(personId !== null, (query) => query.where(isAbout(personId ?? '')))
      .$if(one.school_id !== null, (query) => query.where('school_id', '=', one.school_id ?? ''))
      .limit(1)
      .executeTakeFirst(),
  )
  return row !== undefined
}

// What one person has to do is shown by a record that they opened, or that names them.
const isAbout = (personId: string) =>
  sql<boolean>`(opened_by = ${personId} or exists (select 1 from app.record_detail d
    where d.organisation_id = record.organisation_id and d.record_id = record.id
      and position(${personId}::text in d.fields::text) > 0))`

async function write(tx: Tx, actor: PersonActor, one: KnownDuty, input: DoDuty): Promise<void> {
  const words = [
    input.note,
    ...(input.reason === undefined || input.reason === '' ? [] : [`Late because: ${input.reason}`]),
  ]
  // The row policy lets only the owner's post change it; that a stand-in may has been asked above.
  const changed = await asSystem(tx, () =>
    tx
      .updateTable('app.duty')
      .set({
        state: input.outcome,
        done_at: nowIn(tx).toString(),
        done_by: actor.personId,
        note: words.join('\n').slice(0, 4000) || null,
      })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', one.id)
      .where('state', '=', 'open')
      .executeTakeFirst(),
  )
  if (Number(changed.numUpdatedRows) === 0) throw new Refused('duty.settled', 'This duty is settled already.')
}

function note(tx: Tx, policy: PolicyInForce, one: KnownDuty, duty: Duty | undefined, input: DoDuty, as: DoesAs): void {
  const isLate = dutyState(one.due_at, null, nowIn(tx)) === 'late'
  const attested = duty !== undefined && 'attest' in duty.proof && input.outcome === 'done'
  recordEvent(tx, {
    code: input.outcome === 'done' ? 'duty.done' : 'duty.not_needed',
    subject: { kind: 'duty', id: one.id },
    ...(one.record_id === null ? {} : { recordId: one.record_id }),
    policyVersionId: policy.id,
    clauses: duty?.clauses ?? [],
    details: {
      duty: one.duty,
      occurrence: one.key,
      as: as.party,
      standsIn: as.standsIn,
      late: isLate,
      note: input.note,
      ...(attested && 'attest' in duty.proof ? { states: textOf(duty.proof.attest) } : {}),
      ...(input.reason === undefined || input.reason === '' ? {} : { reason: input.reason }),
    },
  })
}

// Another duty of the pack may begin when this one is done.
async function tellOthers(tx: Tx, { pack }: PolicyInForce, one: KnownDuty, now: Temporal.Instant): Promise<void> {
  const event = `duty/${one.duty}#done`
  if (one.school_id === null || !Object.values(pack.duties).some((duty) => 'on' in duty && duty.on === event)) return
  await enqueue(tx, 'duty_event', { event, id: one.id, at: now.toString(), schoolId: one.school_id })
}
