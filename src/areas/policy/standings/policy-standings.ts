import { sayFullDate } from '#core/calendar/say-date.ts'
import type { StandingSource } from './standing-source.ts'

/** Documents of the policy: published with the version that is in force. What they say is read, and no software can hold it. */
export const policyStandings: StandingSource = {
  kinds: ['document'],
  async standings(_tx, policy, refs) {
    const says = `Published with version ${policy.number} on ${sayFullDate(policy.inForceOn)}.`
    return new Map(
      refs.map((ref) => [ref, { state: 'published', proof: null, says, since: policy.publishedAt }] as const),
    )
  },
}
