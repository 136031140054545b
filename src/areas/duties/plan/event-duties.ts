import { holdersAt } from '#areas/notices/index.ts'
import { audienceContext, personFacts, readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import { inParty } from '#pack/engines/audience/in-party.ts'
import type { PersonFacts } from '#pack/engines/audience/person.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import type { DueDuty } from '#pack/engines/duties/duty-due.ts'
import { dutiesFrom } from '#pack/engines/duties/duty-due.ts'
import type { World } from '#pack/engines/judges.ts'
import { eventJudge, personValue } from '#pack/engines/judges.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { occasionIn, writeKey } from '../key.ts'
import { appointedIn, ofPerson, teachersOfClass } from '../owners.ts'
import type { Planned } from './planned.ts'

/** Something that happened and from which the pack may make duties. */
export interface DutyEvent {
  /** As the pack names it: `person.left`, `record/concern#opened`. */
  readonly event: string
  /** Names the happening, so that the same one makes its duties once: an id, or `left:2026-11-27`. */
  readonly id: string
  readonly at: Temporal.Instant
  readonly schoolId: string
  readonly personId?: string
  /** The record it belongs to: then only those who see the record see the duty. */
  readonly recordId?: string
  /** What the conditions of the pack may ask: the fields of the record. */
  readonly values?: Values
  readonly world?: World
  /** People whom it names: a duty never goes to the post of one of them, but to whoever stands in. */
  readonly keptOut?: readonly string[]
}

/** The duties that something makes. Run as the system. */
export async function planEvent(tx: Tx, policy: PolicyInForce, happened: DutyEvent): Promise<Planned[]> {
  const { pack } = policy
  if (!Object.values(pack.duties).some((duty) => 'on' in duty && duty.on === happened.event)) return []
  const calendar = await readCalendar(tx, happened.schoolId)
  const { personId } = happened
  const person = personId === undefined ? null : ((await personFacts(tx, [personId])).get(personId) ?? null)
  const values = { ...happened.values, ...(person === null ? {} : { person: personValue(pack, person) }) }
  const subject = happened.personId ?? happened.schoolId
  const made = dutiesFrom(
    pack,
    { event: happened.event, id: happened.id, at: happened.at.toString(), subjects: [subject] },
    calendar,
    eventJudge(pack, happened.event, values, happened.world ?? {}),
    happened.values,
  )
  const day = dayOf(calendar, happened.at)
  const wanted = made.filter((due) => isFor(policy, pack.duties[due.duty.slice('duty/'.length)]?.for, person, day))
  return assignDuties(tx, policy, happened, wanted)
}

/** Gives duties that something makes to whoever has to do them: one for each owner. Run as the system. */
export async function assignDuties(
  tx: Tx,
  policy: PolicyInForce,
  happened: Pick<DutyEvent, 'schoolId' | 'personId' | 'recordId' | 'keptOut'>,
  made: readonly DueDuty[],
): Promise<Planned[]> {
  const { pack } = policy
  const subject = happened.personId ?? happened.schoolId
  const holders = await holdersAt(tx, happened.schoolId)
  const isHeld = (post: string) => (holders[`party/${post}`] ?? []).length > 0
  const planned: Planned[] = []
  for (const due of made) {
    const id = due.duty.slice('duty/'.length)
    const duty = pack.duties[id]
    if (duty === undefined || due.due === null) continue
    for (const [index, named] of appointedIn(pack, duty.owner, isHeld).entries()) {
      const owner = actingParty(policy, named, holders, happened.keptOut ?? [])
      planned.push({
        duty: id,
        key: writeKey({ occasion: index === 0 ? occasionIn(due.key) : `${occasionIn(due.key)}:${owner}`, subject }),
        title: textOf(duty.says),
        party: await partyOf(tx, owner, happened.personId),
        schoolId: happened.schoolId,
        recordId: happened.recordId ?? null,
        startsAt: Temporal.Instant.from(due.from),
        dueAt: Temporal.Instant.from(due.due),
      })
    }
  }
  return planned
}

// Somebody who has just left no longer belongs: what they were the day before counts as well. Unknown makes the duty.
function isFor(
  { pack }: PolicyInForce,
  party: string | undefined,
  person: PersonFacts | null,
  day: Temporal.PlainDate,
): boolean {
  if (party === undefined || person === null) return true
  const context = audienceContext(pack)
  return [day, day.subtract({ days: 1 })].some((at) => inParty(pack, party, person, at, context).verdict !== 'no')
}

// Only when the case keeps every holder out: who is merely away comes back.
function actingParty({ pack }: PolicyInForce, owner: string, holders: Holders, keptOut: readonly string[]): string {
  if (keptOut.length === 0) return owner
  const acting = actingFor(pack, `party/${owner}`, holders, { keptOut, away: [] })
  return acting.why === 'stands_in_named' ? acting.party.replace('party/', '') : owner
}

// Words of the event: the teachers of the person it is about, or the person themselves.
async function partyOf(tx: Tx, owner: string, personId: string | undefined): Promise<string> {
  if (owner === 'class_teachers') return teachersParty(tx, personId)
  return (owner === 'person' || owner === 'subject') && personId !== undefined ? ofPerson(personId) : owner
}

async function teachersParty(tx: Tx, personId: string | undefined): Promise<string> {
  if (personId === undefined) return 'class_teachers'
  const row = await tx
    .selectFrom('app.class_member as m')
    .innerJoin('app.class as c', (join) =>
      join.onRef('c.organisation_id', '=', 'm.organisation_id').onRef('c.id', '=', 'm.class_id'),
    )
    .select('c.id')
    .where('m.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('m.person_id', '=', personId)
    .where('m.part', '=', 'pupil')
    .where('c.kind', '=', 'homeroom')
    .orderBy('m.from_on', 'desc')
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? 'class_teachers' : teachersOfClass(row.id)
}
