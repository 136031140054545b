import { readCalendar } from '#areas/people/index.ts'
import type { ControlStanding, PolicyInForce, StandingSource } from '#areas/policy/index.ts'
import { countOf } from '#core/calendar/say-date.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { eventJudge } from '#pack/engines/judges.ts'
import { afterLength } from '#pack/time/due.ts'
import { lengthOf } from '#pack/time/read.ts'
import type { Notify } from '#pack/types/notify.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { postsStandings } from './posts-standing.ts'
import type { EventCount, Told } from './queries/told-counts.ts'
import { readEventCounts, readTold } from './queries/told-counts.ts'

/** How the rules of notice stand: proved when everybody who had to be told was, late when nobody took it in time. */
export const noticeStandings: StandingSource = {
  kinds: ['notify'],
  async standings(tx: Tx, policy: PolicyInForce, refs: readonly string[]) {
    const events = await readEventCounts(tx)
    const told = await readTold(tx, refs)
    const calendar = await readCalendar(tx, told[0]?.schoolId ?? events[0]?.schoolId ?? NO_SCHOOL)
    const found = new Map<string, ControlStanding>(await postsStandings(tx, policy))
    for (const ref of refs) {
      if (found.has(ref)) continue
      const rule = policy.pack.notify[ref.slice('notify/'.length)]
      if (rule === undefined) continue
      const own = told.filter((one) => one.rule === ref)
      found.set(ref, standingOf(rule, own, expected(policy, rule, events), calendar, nowIn(tx)))
    }
    return found
  },
}

const NO_SCHOOL = '00000000-0000-0000-0000-000000000000'
// Between what happens and the job that tells of it; after that somebody should have been told.
const SECONDS_TO_TELL = 300

function standingOf(
  rule: Notify,
  told: readonly Told[],
  events: readonly EventCount[],
  calendar: SchoolCalendar,
  now: Temporal.Instant,
): ControlStanding {
  const happened = Math.max(
    told.length,
    events.reduce((sum, one) => sum + one.count, 0),
  )
  if (happened === 0)
    return { state: 'none', proof: null, says: 'Nothing of this kind has happened yet, so nobody had to be told.' }
  const counts = { happened, told: told.length }
  const settled = events.every((one) => Temporal.Instant.compare(one.latest.add({ seconds: SECONDS_TO_TELL }), now) < 0)
  if (told.length < happened && settled)
    return {
      state: 'broken',
      proof: null,
      says: `${told.length} of ${happened} times somebody was told: for the others nobody holds the post.`,
      counts,
    }
  const waiting = rule.accept === 'none' || rule.chase === undefined ? [] : told.filter((one) => one.waits)
  const chase = rule.chase
  const dates = waiting.flatMap((one) => (chase === undefined ? [] : afterLength(lengthOf(chase), one.at, calendar).at))
  const late = dates.filter((at) => Temporal.Instant.compare(at, now) <= 0)
  const next = dates.filter((at) => Temporal.Instant.compare(at, now) > 0).sort(Temporal.Instant.compare)[0]
  const first = late.sort(Temporal.Instant.compare)[0]
  if (first !== undefined)
    return {
      state: 'late',
      proof: null,
      says: `${countOf(happened, 'time')} somebody was told; ${late.length} not taken in time.`,
      since: first,
      counts: { ...counts, late: late.length },
    }
  if (next !== undefined)
    return {
      state: 'due',
      proof: null,
      says: `Told, and to be taken soon: ${waiting.length} of ${happened}.`,
      since: next,
      changesAt: next,
      counts,
    }
  return {
    state: 'kept',
    proof: 'proved',
    says: `${countOf(happened, 'time')} somebody had to be told, and was.`,
    counts,
  }
}

// How often a rule had to tell: counted for concerns and cases by what they are about. Steps of charts are told at once.
function expected(policy: PolicyInForce, rule: Notify, events: readonly EventCount[]): EventCount[] {
  return events.filter((one) => {
    if (one.event !== rule.on) return false
    if (rule.when === undefined) return true
    return eventJudge(policy.pack, one.event, one.values)(rule.when) === 'yes'
  })
}
