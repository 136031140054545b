import { systemActor } from '#core/actor.ts'
import type { Area } from '#platform/parts.ts'
import { passOnComplaints } from './commands/pass-on.ts'
import { complaintPages } from './pages/complaint-pages.tsx'
import { makePage } from './pages/make-page.tsx'

export { answerComplaint } from './commands/answer-complaint.ts'
export { makeComplaint } from './commands/make-complaint.ts'
export type { Complaint } from './complaint.ts'
export { paths as complaintPaths } from './paths.ts'
export { findCase } from './queries/find-case.ts'
export { readComplaints } from './queries/read-complaints.ts'

/** Complaints about how a case was handled: heard by somebody who is not in it. */
export const complaintsArea: Area = {
  name: 'complaints',
  async routes(app, parts) {
    makePage(app)
    complaintPages(app, parts)
  },
  tasks: (parts) => ({
    async complaints_day({ organisationId }) {
      await parts.db.inTx(systemActor(organisationId, 'complaints'), passOnComplaints)
    },
  }),
}
