import { dutiesIn } from '#pack/engines/measures/check-duty.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { ofPerson, partiesIn, teachersOfClass } from '../owners.ts'
import type { Held } from './may-do.ts'
import { doesAs, ownPartsAt, siteOf } from './may-do.ts'
import type { DutyRow } from './read-duties.ts'
import { dutyColumns, withPolicy } from './read-duties.ts'

/** One's own open duties that have begun: the longest overdue first. */
export const myOpenDuties = (tx: Tx, pack: Pack, held: Held): Promise<DutyRow[]> =>
  mine(tx, pack, held, { state: 'open' })

/** What was done of one's own duties since a moment: the newest first. */
export async function myDoneDuties(tx: Tx, pack: Pack, held: Held, since: Temporal.Instant): Promise<DutyRow[]> {
  const found = await mine(tx, pack, held, { state: 'done', since })
  return found.toReversed()
}

/** One's own open duties, those that are still to begin as well, for a calendar. */
export const myDutiesAhead = (tx: Tx, pack: Pack, held: Held): Promise<DutyRow[]> =>
  mine(tx, pack, held, { state: 'open', ahead: true })

interface Wanted {
  readonly state: 'open' | 'done'
  readonly since?: Temporal.Instant
  readonly ahead?: boolean
}

const MOST = 300

async function mine(tx: Tx, pack: Pack, held: Held, wanted: Wanted): Promise<DutyRow[]> {
  const posts = held.posts.map((one) => one.post)
  const self = held.personId === null ? [] : [ofPerson(held.personId)]
  const parties = [...new Set([...posts, ...held.classes.map(teachersOfClass), ...self])]
  if (parties.length === 0) return []
  // Of "any of" the first has the row; the others may do it as well, so they see it.
  const shared = dutiesIn(pack).flatMap(([id, { owner }]) =>
    typeof owner !== 'string' && 'any_of' in owner && partiesIn(owner).some((one) => posts.includes(one)) ? [id] : [],
  )
  const rows = await tx
    .selectFrom('app.duty')
    .select(dutyColumns)
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '=', wanted.state)
    .where((eb) => eb.or([eb('party', 'in', parties), ...(shared.length === 0 ? [] : [eb('duty', 'in', shared)])]))
    .$if(wanted.since !== undefined, (query) => query.where('done_at', '>=', wanted.since?.toString() ?? ''))
    .$if(wanted.state === 'open' && wanted.ahead !== true, (query) =>
      query.where('starts_at', '<=', nowIn(tx).toString()),
    )
    .orderBy('due_at')
    .orderBy('id')
    .limit(MOST)
    .execute()
  const found = await withPolicy(tx, rows)
  return found.filter(
    (row) => doesAs(row.pack, row, ownPartsAt(held, row.schoolId, siteOf(row.pack, row)))?.standsIn === false,
  )
}
