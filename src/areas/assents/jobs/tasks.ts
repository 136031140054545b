import { policyInForceOrNone } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import type { Parts } from '#platform/parts.ts'
import { askOfRecord } from '../commands/ask-of-record.ts'
import { endRequestsOf } from '../commands/end-requests.ts'
import { issueAgreements } from '../commands/issue-agreements.ts'
import { sendReminders } from '../commands/send-reminders.ts'

/**
 * The background work of the agreements.
 * `issue_agreements` (each day, after an import with `about`, after a publication), `remind_of_agreements` (each day),
 * `ask_of_record` (a moment of a record), `end_agreements` with `about` (people who left).
 */
export const agreementTasks = (parts: Parts): Readonly<Record<string, JobTask>> => ({
  async issue_agreements({ organisationId, about, event }) {
    const system = systemActor(organisationId, 'system/agreements')
    await parts.db.inTx(system, async (tx) => {
      // People may come before a policy does; its publication asks again.
      if ((await policyInForceOrNone(tx)) === null) return
      await issueAgreements(tx, system, {
        about: isTexts(about) ? about : undefined,
        event: typeof event === 'string' ? event : undefined,
      })
    })
  },
  async ask_of_record({ organisationId, recordId, event }) {
    if (typeof recordId !== 'string' || typeof event !== 'string') return
    const system = systemActor(organisationId, 'system/agreements')
    await parts.db.inTx(system, (tx) => askOfRecord(tx, system, { recordId, event }))
  },
  async remind_of_agreements({ organisationId }) {
    const system = systemActor(organisationId, 'system/agreements')
    await parts.db.inTx(system, (tx) => sendReminders(tx, system))
  },
  async end_agreements({ organisationId, about }) {
    const system = systemActor(organisationId, 'system/agreements')
    if (isTexts(about)) await parts.db.inTx(system, (tx) => endRequestsOf(tx, system, about))
  },
})

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
