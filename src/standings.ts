import { actionStandings } from '#areas/actions/index.ts'
import { approvalStandings } from '#areas/approval/index.ts'
import { assentStandings } from '#areas/assents/index.ts'
import { concernStandings } from '#areas/concerns/index.ts'
import { dutyStandings } from '#areas/duties/index.ts'
import { tableStandings } from '#areas/look-ups/index.ts'
import { measureStandings } from '#areas/measures/index.ts'
import { noticeStandings } from '#areas/notices/index.ts'
import { peopleStandings } from '#areas/people/index.ts'
import type { StandingSource } from '#areas/policy/index.ts'
import { policyStandings, refreshStandings } from '#areas/policy/index.ts'
import { recordStandings } from '#areas/records/index.ts'
import { systemActor } from '#core/actor.ts'
import { enqueue } from '#platform/database/tx.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import type { Parts } from '#platform/parts.ts'

/** Every area that answers for controls. */
export const standingSources: readonly StandingSource[] = [
  policyStandings,
  peopleStandings,
  recordStandings,
  assentStandings,
  concernStandings,
  noticeStandings,
  dutyStandings,
  measureStandings,
  tableStandings,
  actionStandings,
  // What it knows of the policy and its approval stands before what others say of documents and decisions in general.
  approvalStandings,
]

/** Computes every square again, and once more when the next of them changes by itself. */
export const refreshTask =
  (parts: Parts): JobTask =>
  async ({ organisationId }) => {
    const system = systemActor(organisationId, 'standings')
    await parts.db.inTx(system, async (tx) => {
      const next = await refreshStandings(tx, standingSources)
      if (next !== null)
        await enqueue(tx, 'refresh_standings', {}, { key: `standings-later:${organisationId}`, runAt: next })
    })
  }
