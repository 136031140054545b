import type { Area } from '#platform/parts.ts'
import { approvalTasks } from './jobs/tasks.ts'
import { approvalPages } from './pages/approval-page.tsx'
import { changesPages } from './pages/changes-pages.tsx'
import { consultationPages } from './pages/consultation-page.tsx'
import { keepConsultationPages } from './pages/keep-consultation-page.tsx'
import { lifePages } from './pages/life-page.tsx'
import { publishPages } from './pages/publish-page.tsx'

export { approvalOf } from './approval-steps.ts'
export { addComment, changeComment, withdrawComment } from './commands/comment.ts'
export { giveApproval } from './commands/give-approval.ts'
export { noteNoChange, noteSooner } from './commands/note-review.ts'
export { offerDraft } from './commands/offer-draft.ts'
export { closeConsultation, openConsultation } from './commands/open-consultation.ts'
export { planPublication, withdrawPublication } from './commands/plan-publication.ts'
export { publishDraft } from './commands/publish-draft.ts'
export { paths as approvalPaths } from './paths.ts'
export type { ReviewStanding } from './queries/review.ts'
export { readReview } from './queries/review.ts'
export { readChanges } from './read-changes.ts'
export type { ReviewLine } from './review-line.ts'
export { reviewLine } from './review-line.ts'
export { approvalStandings } from './standings.ts'

/** Consultation, approval and publication of drafts; versions side by side; the review of the policy. */
export const approvalArea: Area = {
  name: 'approval',
  async routes(app) {
    await consultationPages(app)
    await keepConsultationPages(app)
    await approvalPages(app)
    await publishPages(app)
    await changesPages(app)
    await lifePages(app)
  },
  tasks: approvalTasks,
}
