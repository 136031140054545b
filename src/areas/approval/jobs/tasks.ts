import { systemActor } from '#core/actor.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import type { Parts } from '#platform/parts.ts'
import { noteMoment } from '../commands/note-moment.ts'
import { draftsDay } from './drafts-day.ts'
import { tellOfConsultation } from './tell-of-consultation.ts'

/**
 * The background work: `policy_drafts_day` (each day, and whenever a day of a draft comes), `tell_of_consultation`, and
 * `policy_sooner` (a moment of a record that brings the review forward).
 */
export const approvalTasks = (parts: Parts): Readonly<Record<string, JobTask>> => ({
  async policy_drafts_day({ organisationId }) {
    const system = systemActor(organisationId, 'system/policy')
    await parts.db.inTx(system, (tx) => draftsDay(tx, system))
  },
  async policy_sooner({ organisationId, event, at }) {
    const system = systemActor(organisationId, 'system/policy')
    if (typeof event !== 'string' || typeof at !== 'string') return
    await parts.db.inTx(system, (tx) => noteMoment(tx, system, { event, at: Temporal.Instant.from(at) }))
  },
  async tell_of_consultation({ organisationId, draftId }) {
    const system = systemActor(organisationId, 'system/policy')
    if (typeof draftId === 'string') await parts.db.inTx(system, (tx) => tellOfConsultation(tx, draftId))
  },
})
