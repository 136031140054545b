import type { ControlStanding, PolicyInForce } from '#areas/policy/index.ts'
import { countOf } from '#core/calendar/say-date.ts'
import { eventJudge } from '#pack/engines/judges.ts'
import type { Notify } from '#pack/types/notify.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { TOOK_POST } from './jobs/tell-of-posts.ts'
import { postsTaken } from './queries/posts-taken.ts'

/** How the rules stand that tell who holds a post now, by their reference. */
export async function postsStandings(tx: Tx, policy: PolicyInForce): Promise<Map<string, ControlStanding>> {
  const rules = Object.entries(policy.pack.notify).filter(([, rule]) => rule.on === TOOK_POST)
  if (rules.length === 0) return new Map()
  const taken = await postsTaken(tx, policy)
  const rows = await tx
    .selectFrom('app.notice')
    .select(['code', 'subject_id'])
    .distinct()
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('subject_kind', '=', 'post_holder')
    .execute()
  return new Map(
    rules.map(([id, rule]) => {
      const told = rows.filter((row) => row.code === `notify/${id}`)
      const waiting = taken.filter(
        (one) => isAbout(policy, rule, one) && !told.some((row) => row.subject_id === one.id),
      ).length
      return [`notify/${id}`, standingOf(told.length, waiting)]
    }),
  )
}

function isAbout(
  { pack }: PolicyInForce,
  { when }: Notify,
  { personId, post }: { personId: string; post: string },
): boolean {
  if (when === undefined) return true
  const holds = (id: string, party: string) => (id === personId ? party === `party/${post}` : undefined)
  return eventJudge(pack, TOOK_POST, { person: { id: personId } }, { holds })(when) === 'yes'
}

function standingOf(told: number, waiting: number): ControlStanding {
  const counts = { happened: told + waiting, told }
  if (waiting > 0)
    return {
      state: 'due',
      proof: null,
      says: `${countOf(waiting, 'post')} taken of which nobody was told yet.`,
      counts,
    }
  return told === 0
    ? {
        state: 'none',
        proof: null,
        says: 'Nobody has taken the post since the policy began, so nobody had to be told.',
      }
    : {
        state: 'kept',
        proof: 'proved',
        says: `${countOf(told, 'time')} somebody took the post, and they were told.`,
        counts,
      }
}
