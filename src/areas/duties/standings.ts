import { sql } from 'kysely'
import type { ControlStanding, StandingProof, StandingSource } from '#areas/policy/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import { sayDay } from '#core/calendar/say-date.ts'
import type { Duty } from '#pack/types/duty.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { topicStandings } from './topic-standings.ts'

/** Answers for duties: late, due, or kept because the last one was done. Two queries, and for what classes cover one for each class. */
export const dutyStandings: StandingSource = {
  kinds: ['duty', 'report'],
  async standings(tx, policy, refs) {
    const { zone } = await readSettings(tx)
    const now = nowIn(tx)
    const counts = await countDuties(tx, now)
    const topics = await topicStandings(tx, policy, refs, zone)
    return new Map(
      refs.map((ref) => {
        const id = dutyBehind(policy.pack, ref)
        return [ref, topics.get(ref) ?? standingOf(policy.pack.duties[id], counts.get(id), now, zone)] as const
      }),
    )
  },
}

/** The duty that a reference means: of a report the one that makes it. */
function dutyBehind(pack: Pack, ref: string): string {
  const whole = ref.split('#')[0] ?? ''
  if (!whole.startsWith('report/')) return whole.slice('duty/'.length)
  return Object.entries(pack.duties).find(([, duty]) => duty.content === whole)?.[0] ?? ''
}

interface DutyCounts {
  readonly late: number
  /** Begun and not yet due. */
  readonly running: number
  readonly done: number
  readonly done_late: number
  /** How many of the last school year's were late. */
  readonly done_late_lately: number
  readonly late_since: string | null
  readonly next_due: string | null
  readonly next_start: string | null
  readonly last_done: string | null
  /** When the last round that nobody did was due. */
  readonly last_missed: string | null
  /** Whether the last round that was settled is one that nobody did. */
  readonly last_was_missed: boolean | null
  /** Whether the last one that was done came after its date. */
  readonly last_was_late: boolean | null
}

async function countDuties(tx: Tx, now: Temporal.Instant): Promise<Map<string, DutyCounts>> {
  const at = sql`${now.toString()}::timestamptz`
  const rows = await tx
    .selectFrom('app.duty')
    .select([
      'duty',
      sql<number>`(count(*) filter (where state = 'open' and due_at < ${at}))::int`.as('late'),
      sql<number>`(count(*) filter (where state = 'open' and due_at >= ${at} and starts_at <= ${at}))::int`.as(
        'running',
      ),
      sql<number>`(count(*) filter (where state = 'done'))::int`.as('done'),
      sql<number>`(count(*) filter (where state = 'done' and done_at > due_at))::int`.as('done_late'),
      sql<number>`(count(*) filter (where state = 'done' and done_at > due_at and done_at > ${at} - interval '1 year'))::int`.as(
        'done_late_lately',
      ),
      sql<string | null>`min(due_at) filter (where state = 'open' and due_at < ${at})`.as('late_since'),
      sql<string | null>`min(due_at) filter (where state = 'open' and due_at >= ${at})`.as('next_due'),
      sql<string | null>`min(starts_at) filter (where state = 'open' and starts_at > ${at})`.as('next_start'),
      sql<string | null>`max(done_at) filter (where state = 'done')`.as('last_done'),
      sql<string | null>`max(due_at) filter (where state = 'missed')`.as('last_missed'),
      sql<
        boolean | null
      >`(array_agg(state = 'missed' order by due_at desc, id desc) filter (where state in ('done', 'missed')))[1]`.as(
        'last_was_missed',
      ),
      sql<
        boolean | null
      >`(array_agg(done_at > due_at order by done_at desc, id desc) filter (where state = 'done'))[1]`.as(
        'last_was_late',
      ),
    ])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('state', '<>', 'not_needed')
    .groupBy('duty')
    .execute()
  return new Map(rows.map(({ duty, ...counts }) => [duty, counts]))
}

function standingOf(
  duty: Duty | undefined,
  counts: DutyCounts | undefined,
  now: Temporal.Instant,
  zone: string,
): ControlStanding {
  if (duty === undefined || counts === undefined) return { state: 'none', proof: null, says: NOTHING }
  const figures = { late: counts.late, running: counts.running, done: counts.done, done_late: counts.done_late }
  const changes = nextChange(counts)
  const more = { counts: figures, ...(changes === null ? {} : { changesAt: changes }) }
  const day = (text: string) => sayDay(dayIn(text, zone), now.toZonedDateTimeISO(zone).toPlainDate())
  const past = sayPast(counts, day)
  if (counts.late > 0 && counts.late_since !== null)
    return {
      state: 'late',
      proof: null,
      says: `${counts.late === 1 ? 'One is' : `${counts.late} are`} late, the first since ${day(counts.late_since)}.${past}`,
      since: Temporal.Instant.from(counts.late_since),
      ...more,
    }
  if (counts.last_was_missed === true && counts.last_missed !== null)
    return {
      state: 'broken',
      proof: null,
      says: `Missed, last ${day(counts.last_missed)}.${past}${next(counts, day)}`,
      since: Temporal.Instant.from(counts.last_missed),
      ...more,
    }
  const isDue = counts.running > 0 || counts.last_done === null
  if (isDue && counts.next_due !== null)
    return {
      state: 'due',
      proof: null,
      says: `Due ${day(counts.next_due)}.${past}`,
      since: Temporal.Instant.from(counts.next_due),
      ...more,
    }
  if (counts.last_done !== null)
    return {
      state: 'kept',
      proof: proofOf(duty),
      says: `Done${counts.last_was_late === true ? ' late' : ' in time'}, last ${day(counts.last_done)}.${next(counts, day)}${lateBefore(counts)}`,
      since: Temporal.Instant.from(counts.last_done),
      ...more,
    }
  return { state: 'none', proof: null, says: NOTHING, ...more }
}

const NOTHING = 'It has not come round yet.'

const proofOf = (duty: Duty): StandingProof => ('attest' in duty.proof ? 'attested' : 'proved')

// The squares change when something falls due and when the next one begins.
function nextChange({ next_due, next_start }: DutyCounts): Temporal.Instant | null {
  const times = [
    ...(next_due === null ? [] : [Temporal.Instant.from(next_due).add({ seconds: 1 })]),
    ...(next_start === null ? [] : [Temporal.Instant.from(next_start)]),
  ]
  return times.sort(Temporal.Instant.compare)[0] ?? null
}

const next = (counts: DutyCounts, day: (text: string) => string): string =>
  counts.next_due === null ? '' : ` The next is due ${day(counts.next_due)}.`

function sayPast(counts: DutyCounts, day: (text: string) => string): string {
  if (counts.last_done === null) return ' None has been done yet.'
  return ` Last done ${day(counts.last_done)}${counts.last_was_late === true ? ', late' : ''}.`
}

function lateBefore({ done_late_lately: late }: DutyCounts): string {
  if (late === 0) return ''
  return late === 1 ? ' In the last year one was done late.' : ` In the last year ${late} were done late.`
}

const dayIn = (text: string, zone: string): Temporal.PlainDate =>
  Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDate()
