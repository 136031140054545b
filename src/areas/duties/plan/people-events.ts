import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf, endOfDay } from '#core/calendar/school-calendar.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { DutyEvent } from './event-duties.ts'

// Further back nobody looks again: an event whose duties were never planned is older than any of their limits.
const LOOK_BACK_DAYS = 120

/**
 * Who joined, who left and who took a post at a school since the policy began, from what the school's records say. So
 * the duties come whichever way a change was made: an import, a page, a command.
 */
export async function peopleEvents(
  tx: Tx,
  schoolId: string,
  beginning: Temporal.Instant,
  now: Temporal.Instant,
  calendar: SchoolCalendar,
): Promise<DutyEvent[]> {
  const today = dayOf(calendar, now)
  const began = dayOf(calendar, beginning)
  const back = today.subtract({ days: LOOK_BACK_DAYS })
  const since = (Temporal.PlainDate.compare(back, began) > 0 ? back : began).toString()
  const until = today.toString()
  const joined = await memberships(tx, schoolId, 'from_on', since, until)
  const left = await memberships(tx, schoolId, 'until_on', since, until)
  const posts = await postsTaken(tx, schoolId, since, until)
  const morning = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: calendar.zone }).toInstant()
  const evening = (day: string) => endOfDay(calendar, Temporal.PlainDate.from(day))
  return [
    ...joined.map(({ personId, day }) => ({ event: 'person.joined', id: `joined:${day}`, at: morning(day), personId })),
    ...left.map(({ personId, day }) => ({ event: 'person.left', id: `left:${day}`, at: evening(day), personId })),
    ...posts.map(({ personId, day, post }) => ({
      event: 'person.took_post',
      id: `${post}:${day}`,
      at: morning(day),
      personId,
      // The event is about the post that was taken, not about others that the person has.
      world: { holds: (id: string, party: string) => (id === personId ? party === `party/${post}` : undefined) },
    })),
  ].map((one) => ({ ...one, schoolId }))
}

/** People who came to belong to a school, or no longer do, within some days. The day the policy began is not counted. */
async function memberships(tx: Tx, schoolId: string, column: 'from_on' | 'until_on', since: string, until: string) {
  const rows = await tx
    .selectFrom('app.person_membership as m')
    .select(['m.person_id', `m.${column} as day`])
    .distinct()
    .where('m.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('m.school_id', '=', schoolId)
    .where(`m.${column}`, '>', since)
    .where(`m.${column}`, '<=', until)
    // Whoever goes on in another year group or as something else has not left; whoever was here has not joined.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('app.person_membership as o')
            .select('o.id')
            .whereRef('o.organisation_id', '=', 'm.organisation_id')
            .whereRef('o.person_id', '=', 'm.person_id')
            .whereRef('o.id', '<>', 'm.id')
            .$if(column === 'until_on', (query) => query.where('o.until_on', 'is', null))
            .$if(column === 'from_on', (query) => query.whereRef('o.from_on', '<', 'm.from_on')),
        ),
      ),
    )
    .orderBy('day')
    .orderBy('m.person_id')
    .execute()
  return rows.flatMap((row) => (row.day === null ? [] : [{ personId: row.person_id, day: row.day }]))
}

async function postsTaken(tx: Tx, schoolId: string, since: string, until: string) {
  const rows = await tx
    .selectFrom('app.post_holder')
    .select(['person_id', 'post', 'from_on'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('from_on', '>', since)
    .where('from_on', '<=', until)
    .where((eb) => eb.or([eb('school_id', 'is', null), eb('school_id', '=', schoolId)]))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ personId: row.person_id, post: row.post, day: row.from_on }))
}
