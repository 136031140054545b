import { systemActor } from '#core/actor.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import type { Parts } from '#platform/parts.ts'
import { draftsDay } from './drafts-day.ts'
import { tellOfConsultation } from './tell-of-consultation.ts'

/** The background work: `policy_drafts_day` (each day, and whenever a day of a draft comes) and `tell_of_consultation`. */
export const approvalTasks = (parts: Parts): Readonly<Record<string, JobTask>> => ({
  async policy_drafts_day({ organisationId }) {
    const system = systemActor(organisationId, 'system/policy')
    await parts.db.inTx(system, (tx) => draftsDay(tx, system))
  },
  async tell_of_consultation({ organisationId, draftId }) {
    const system = systemActor(organisationId, 'system/policy')
    if (typeof draftId === 'string') await parts.db.inTx(system, (tx) => tellOfConsultation(tx, draftId))
  },
})
