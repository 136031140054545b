import { sql } from 'kysely'
import type { ControlStanding, StandingSource } from '#areas/policy/index.ts'
import { kindOfAction, kindOfException } from '#pack/engines/actions/kinds.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'

/** Answers for actions and exceptions: how often each was taken, how many are in force, and what of it is late. One query. */
export const actionStandings: StandingSource = {
  kinds: ['action', 'exception'],
  async standings(tx, policy, refs) {
    const facts = await readFacts(tx)
    return new Map(
      refs.flatMap((ref) => {
        const [kind, id = ''] = (ref.split('#')[0] ?? '').split('/')
        if (kind === 'action' && policy.pack.actions[id] !== undefined)
          return [[ref, standingOf(facts.get(kindOfAction(id)), 'taken')] as const]
        if (kind === 'exception' && policy.pack.exceptions[id] !== undefined)
          return [[ref, standingOf(facts.get(kindOfException(id)), 'asked for')] as const]
        return []
      }),
    )
  },
}

interface Facts {
  readonly kind: string
  readonly total: number
  readonly in_force: number
  readonly late: number
  readonly since: string | null
  readonly next: string | null
}

async function readFacts(tx: Tx): Promise<ReadonlyMap<string, Facts>> {
  const now = nowIn(tx).toString()
  const { rows } = await sql<Facts>`
    select r.kind, count(*)::int as total,
           count(*) filter (where l.id is not null and l.ended_at is null and r.state = 'open')::int as in_force,
           count(*) filter (where s.due_at < ${now}::timestamptz)::int as late,
           (min(s.due_at) filter (where s.due_at < ${now}::timestamptz))::text as since,
           (min(s.due_at) filter (where s.due_at >= ${now}::timestamptz))::text as next
      from app.record r
      left join app.lasting_effect l on l.organisation_id = r.organisation_id and l.record_id = r.id and l.key = 'in_force'
      left join lateral (select min(s.due_at) as due_at from app.record_step s
         where s.organisation_id = r.organisation_id and s.record_id = r.id) s on true
     where r.organisation_id = ${contextOf(tx).actor.organisationId} and r.state <> 'voided'
       and (r.kind like 'action\\_%' or r.kind like 'exception\\_%')
     group by r.kind`.execute(tx)
  return new Map(rows.map((row) => [row.kind, row]))
}

function standingOf(facts: Facts | undefined, did: string): ControlStanding {
  if (facts === undefined) return { state: 'none', proof: null, says: `It has never been ${did}.` }
  const times = `${did} ${facts.total === 1 ? 'once' : `${facts.total} times`}`
  const changes = facts.next === null ? {} : { changesAt: Temporal.Instant.from(facts.next) }
  const counts = { taken: facts.total, in_force: facts.in_force }
  if (facts.late > 0 && facts.since !== null)
    return {
      state: 'late',
      proof: null,
      says: `It was ${times}; ${facts.late === 1 ? 'a step of one is' : `steps of ${facts.late} are`} past the date.`,
      since: Temporal.Instant.from(facts.since),
      counts,
      ...changes,
    }
  return {
    state: 'kept',
    proof: 'proved',
    says: `It was ${times}; ${facts.in_force} in force now.`,
    counts,
    ...changes,
  }
}
