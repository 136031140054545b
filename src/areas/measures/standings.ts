import type { ControlStanding, StandingSource } from '#areas/policy/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { KnownMeasure } from './known.ts'
import { readMeasures } from './queries/read-measures.ts'
import { lastChecked, nextChange, sayStanding } from './say-standing.ts'

/** Answers for measures: what somebody stated, for as long as the policy lets it count, as the worst school stands. */
export const measureStandings: StandingSource = {
  kinds: ['measure'],
  async standings(tx, policy, refs) {
    const { zone } = await readSettings(tx)
    const now = nowIn(tx)
    const known = new Map((await readMeasures(tx, policy)).map((one) => [one.id, one]))
    return new Map(
      refs.flatMap((ref) => {
        const one = known.get(ref.slice('measure/'.length).split('#')[0] ?? '')
        return one === undefined ? [] : [[ref, standingOf(one, now, zone)] as const]
      }),
    )
  },
}

function standingOf(known: KnownMeasure, now: Temporal.Instant, zone: string): ControlStanding {
  const since = lastChecked(known)
  const changes = nextChange(known)
  return {
    state: known.state,
    proof: known.state === 'kept' ? 'attested' : null,
    says: sayStanding(known, now, zone),
    ...(since === null ? {} : { since }),
    ...(changes === null ? {} : { changesAt: changes }),
    ...(known.at.length > 1
      ? { counts: { schools: known.at.length, hold: known.at.filter((one) => one.standing.state === 'kept').length } }
      : {}),
  }
}
