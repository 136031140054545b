import type { PolicyDraft } from '#areas/drafting/index.ts'
import { draftPaths } from '#areas/drafting/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowText } from '#platform/database/tx.ts'
import type { Approval } from './approval-steps.ts'
import { readApprovals, readApprovers, standingsOf } from './queries/approvals.ts'
import { peopleOf } from './queries/members.ts'
import { tellPeople } from './tell.ts'

/** Tells those whose word is waited for now. Run as the system. */
export async function tellNext(tx: Tx, draft: PolicyDraft, approval: Approval, except: string | null): Promise<void> {
  const next = standingsOf(approval, await readApprovals(tx, draft)).find(({ standing }) => standing.kind === 'open')
  if (next === undefined || next.standing.kind !== 'open') return
  const { waitsFor } = next.standing
  const posts = (await readApprovers(tx, draft))
    .filter((one) => one.decision === next.step.id && waitsFor.includes(`party/${one.voice}`))
    .map((one) => one.post)
  await tellPeople(
    tx,
    await peopleOf(tx, posts),
    {
      draftId: draft.id,
      // Offered again after a refusal is news again.
      code: `policy.approval.asked:${next.step.id}:${draft.revision}:${nowText(tx).slice(0, 19)}`,
      says: `The draft “${draft.title}” waits for approval.`,
      href: draftPaths.approval.to(draft.id),
    },
    except,
  )
}
