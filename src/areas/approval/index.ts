import type { Area } from '#platform/parts.ts'
import { approvalTasks } from './jobs/tasks.ts'
import { approvalPages } from './pages/approval-page.tsx'
import { changesPages } from './pages/changes-pages.tsx'
import { consultationPages } from './pages/consultation-page.tsx'
import { keepConsultationPages } from './pages/keep-consultation-page.tsx'
import { lifePages } from './pages/life-page.tsx'
import { publishPages } from './pages/publish-page.tsx'

export { noteNoChange } from './commands/note-review.ts'
export { readReview } from './queries/review.ts'
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
