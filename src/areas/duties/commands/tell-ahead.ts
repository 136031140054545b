import { writeNotices } from '#areas/notices/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import { wallsOf } from '#areas/records/index.ts'
import { sayDue } from '#core/calendar/say-date.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import { remindersBefore } from '#pack/engines/duties/late.ts'
import { dutyIn } from '#pack/engines/measures/check-duty.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { classOfParty, personOfParty } from '../owners.ts'
import { paths } from '../paths.ts'
import type { AtSchool } from './at-school.ts'

interface ComingDuty {
  readonly id: string
  readonly duty: string
  readonly title: string
  readonly starts_at: string
  readonly due_at: string
  readonly school_id: string | null
  readonly record_id: string | null
  readonly policy_version_id: string
  readonly party: string
}

/**
 * Reminds whoever has a duty, so long before it is due as the policy says, each once. Run as the system.
 * @returns when the next reminders go.
 */
export async function tellAhead(
  tx: Tx,
  schoolAt: (schoolId: string | null) => Promise<AtSchool>,
): Promise<readonly Temporal.Instant[]> {
  const now = nowIn(tx)
  const ahead: Temporal.Instant[] = []
  for (const one of await comingDuties(tx, now)) {
    const { pack } = await policyVersion(tx, one.policy_version_id, one.school_id)
    const duty = dutyIn(pack, one.duty)
    if (duty === undefined) continue
    const school = await schoolAt(one.school_id)
    const reminders = remindersBefore(duty.remind, one.due_at, one.starts_at, school.calendar)
    const [next] = reminders.filter((at) => Temporal.Instant.compare(at, now) > 0)
    if (next !== undefined) ahead.push(Temporal.Instant.from(next))
    // Of several that have passed only the last is said: whoever was asleep is not told twice at once.
    const passed = reminders.filter((at) => Temporal.Instant.compare(at, now) <= 0).length
    if (passed > 0) await tell(tx, pack, one, passed, duty.clauses, school)
  }
  return ahead
}

async function tell(
  tx: Tx,
  pack: Pack,
  one: ComingDuty,
  nth: number,
  clauses: readonly string[],
  school: AtSchool,
): Promise<void> {
  const keptOut = one.record_id === null ? [] : await wallsOf(tx, one.record_id)
  const readers = await whoHas(tx, pack, one.party, school, keptOut)
  await writeNotices(
    tx,
    readers
      .filter(({ readerId }) => !keptOut.includes(readerId))
      .map((reader) => ({
        ...reader,
        code: `duty.ahead/${one.duty}/${nth}`,
        says: `${one.title}: ${sayDue(Temporal.Instant.from(one.due_at), nowIn(tx), school.calendar.zone)}`,
        href: paths.show.to(one.id),
        subject: { kind: 'duty', id: one.id },
        clauses,
        urgent: false,
      })),
  )
}

interface Reader {
  readonly readerId: string
  readonly party: string | null
}

async function whoHas(
  tx: Tx,
  pack: Pack,
  party: string,
  { holders, away }: AtSchool,
  keptOut: readonly string[],
): Promise<readonly Reader[]> {
  const person = personOfParty(party)
  if (person !== null) return [{ readerId: person, party: null }]
  const taught = classOfParty(party)
  if (taught !== null) return (await teachersOf(tx, taught)).map((readerId) => ({ readerId, party: null }))
  const acting = actingFor(pack, `party/${party}`, holders, { keptOut, away })
  return acting.people.map((readerId) => ({ readerId, party: acting.party }))
}

async function teachersOf(tx: Tx, classId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('app.class_member')
    .select('person_id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('class_id', '=', classId)
    .where('part', '=', 'teacher')
    .where('until_on', 'is', null)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

/** The open duties to come of which the policy under which they were planned reminds anybody. */
async function comingDuties(tx: Tx, now: Temporal.Instant): Promise<readonly ComingDuty[]> {
  const open = tx
    .selectFrom('app.duty')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '=', 'open')
    .where('due_at', '>=', now.toString())
  const versions = await open.select('policy_version_id').distinct().execute()
  const reminded = new Set<string>()
  for (const { policy_version_id } of versions) {
    const { pack } = await policyVersion(tx, policy_version_id, null)
    for (const [id, duty] of Object.entries(pack.duties)) if (duty.remind.length > 0) reminded.add(id)
  }
  if (reminded.size === 0) return []
  return open
    .select(['id', 'duty', 'title', 'starts_at', 'due_at', 'school_id', 'record_id', 'policy_version_id', 'party'])
    .where('duty', 'in', [...reminded])
    .orderBy('due_at')
    .orderBy('id')
    .execute()
}
