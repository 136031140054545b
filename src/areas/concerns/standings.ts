import { readCalendar } from '#areas/people/index.ts'
import type { ControlStanding, PolicyInForce, StandingSource } from '#areas/policy/index.ts'
import { countOf } from '#core/calendar/say-date.ts'
import { dueInCase } from '#pack/time/due-in-case.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'

/** Whether a reference is answered here: `record/concern`, or a part of it such as `record/concern#reply`. */
const isConcernRef = (ref: string): boolean => ref === 'record/concern' || ref.startsWith('record/concern#')

/**
 * How telling the school stands: proved when everything that was told has been taken, late when something waits longer
 * than the pack allows. Three queries.
 */
export const concernStandings: StandingSource = {
  kinds: ['record'],
  async standings(tx: Tx, policy: PolicyInForce, refs: readonly string[]) {
    const own = refs.filter(isConcernRef)
    if (own.length === 0) return new Map()
    const standing = await standingOf(tx, policy)
    const owed = own.some((ref) => ref.endsWith('#reply')) ? await answersOwed(tx) : 0
    return new Map(own.map((ref) => [ref, partStanding(ref, standing, owed)]))
  },
}

const partStanding = (ref: string, standing: ControlStanding, owed: number): ControlStanding =>
  ref.endsWith('#reply')
    ? replyStanding(standing, owed)
    : ref.endsWith('#by_accident')
      ? accidentStanding(standing)
      : standing

// The form asks it of everybody who tells of something seen, and whoever reads the concern sees the answer.
const accidentStanding = (standing: ControlStanding): ControlStanding =>
  standing.state === 'none'
    ? standing
    : {
        state: 'kept',
        proof: 'enforced',
        says: 'Whoever tells us of something they saw is asked whether it was by accident, and is told that it is no offence.',
      }

// Closing refuses while a reporter who wants an answer has none: the software holds it. Where the end is that of a case,
// somebody else may have closed it, and the answer is due.
const replyStanding = (standing: ControlStanding, owed: number): ControlStanding =>
  standing.state === 'none'
    ? standing
    : owed > 0
      ? {
          state: 'due',
          proof: null,
          says: `Each reporter is answered at once that it arrived. ${countOf(owed, 'closing answer')} due: the case that came of it is closed.`,
          counts: { owed },
        }
      : {
          state: 'kept',
          proof: 'enforced',
          says: 'Each reporter is answered at once that it arrived, and no concern closes without the answer they want.',
        }

/** How many wait for the closing answer after a case that is closed. */
async function answersOwed(tx: Tx): Promise<number> {
  const { owed } = await tx
    .selectFrom('app.concern as c')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'c.organisation_id').onRef('r.id', '=', 'c.record_id'),
    )
    .select((eb) => eb.fn.countAll<string>().as('owed'))
    .where('c.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('c.state', '=', 'incident')
    .where('c.closed_at', 'is', null)
    .where('c.wants_answer', '=', true)
    .where('r.state', '<>', 'open')
    .executeTakeFirstOrThrow()
  return Number(owed)
}

async function standingOf(tx: Tx, policy: PolicyInForce): Promise<ControlStanding> {
  const { organisationId } = contextOf(tx).actor
  const { told, latest } = await tx
    .selectFrom('app.concern')
    .select((eb) => [eb.fn.countAll<string>().as('told'), eb.fn.max('told_at').as('latest')])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const count = Number(told)
  if (count === 0 || latest === null)
    return { state: 'none', proof: null, says: 'The way to tell the school stands open; nobody has used it yet.' }
  const waiting = await tx
    .selectFrom('app.concern')
    .select(['told_at', 'school_id'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'new')
    .orderBy('told_at')
    .orderBy('id')
    .execute()
  const counts = { told: count, waiting: waiting.length }
  const [oldest] = waiting
  if (oldest === undefined)
    return {
      state: 'kept',
      proof: 'proved',
      says: `${countOf(count, 'concern')} told, each taken by somebody.`,
      since: Temporal.Instant.from(latest),
      counts,
    }
  const within = policy.pack.records.concern?.steps.read?.within
  const calendar = await readCalendar(tx, oldest.school_id)
  const due = within === undefined ? null : dueInCase(within, Temporal.Instant.from(oldest.told_at), {}, calendar)
  const says = `${countOf(count, 'concern')} told; ${waiting.length} not taken yet.`
  if (due === null) return { state: 'due', proof: null, says, counts }
  if (Temporal.Instant.compare(due.at, nowIn(tx)) <= 0)
    return { state: 'late', proof: null, says, since: due.at, counts }
  return { state: 'due', proof: null, says, since: due.at, changesAt: due.at, counts }
}
