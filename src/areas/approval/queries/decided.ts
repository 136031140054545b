import type { PolicyDraft } from '#areas/drafting/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Approval } from '../approval-steps.ts'
import { readApprovals } from './approvals.ts'

/** How an approved draft was decided, as its version says it. */
export interface HowDecided {
  readonly approvedOn: Temporal.PlainDate | null
  readonly approvedBy: string | null
  readonly minute: string | null
}

/** Who approved the revision that is offered: the day of the last word, everybody in the pack's words, the minutes. */
export async function howDecided(tx: Tx, draft: PolicyDraft, approval: Approval): Promise<HowDecided> {
  const yes = (await readApprovals(tx, draft)).filter((one) => one.answer === 'yes')
  const days = yes.map((one) => one.decidedOn).sort(Temporal.PlainDate.compare)
  const names = [
    ...new Set(
      yes.map((one) => {
        const party = approval.pack.parties[one.voice]
        return party === undefined ? 'whoever keeps the policy' : textOf(party.says)
      }),
    ),
  ]
  const minutes = [...new Set(yes.map((one) => one.minute).filter((one) => one !== ''))]
  return {
    approvedOn: days.at(-1) ?? null,
    approvedBy: names.length === 0 ? null : names.join(', '),
    minute: minutes.length === 0 ? null : minutes.join(', '),
  }
}
