import type { Area } from '#platform/parts.ts'
import { boardPage } from './pages/board-page.tsx'
import { clausePage } from './pages/clause-page.tsx'
import { documentsPage } from './pages/documents-page.tsx'
import type { PolicyInForce } from './queries/policy-in-force.ts'

export { circleAbout, circleInCase, circleOfFact, circlesOf, handlersIn } from './circles.ts'
export { attachDocument } from './commands/attach-document.ts'
export type { Decided, PublishPolicy } from './commands/publish-policy.ts'
export { publishPolicy } from './commands/publish-policy.ts'
export { refreshStandings } from './commands/refresh-standings.ts'
export type { PackFolder } from './pack-folder.ts'
export { packFiles, publishablePack } from './pack-folder.ts'
export { sendDocument } from './pages/documents-page.tsx'
export { readBoard } from './queries/board.ts'
export type { DocumentFile } from './queries/document-files.ts'
export { attachable, currentFiles, readDocumentFiles } from './queries/document-files.ts'
export { keepsPolicy } from './queries/keeps-policy.ts'
export { onlyCorrectionsSince } from './queries/only-corrections.ts'
export type { OrganisationSettings } from './queries/organisation-settings.ts'
export { readSettings } from './queries/organisation-settings.ts'
export { circleOfOffice, isOfRecords, looksAfter, ownOffices } from './queries/own-offices.ts'
export { placesOfSchools, policyAt } from './queries/policy-at.ts'
export type { PolicyInForce } from './queries/policy-in-force.ts'
export { policyInForce, policyInForceOrNone, policyVersion } from './queries/policy-in-force.ts'
export type { VacantPost } from './queries/vacant-posts.ts'
export { vacantPosts } from './queries/vacant-posts.ts'
export { refreshSoon } from './refresh-soon.ts'
export { policyStandings } from './standings/policy-standings.ts'
export type { ControlStanding, StandingProof, StandingSource, StandingState } from './standings/standing-source.ts'
export { textOf } from './texts.ts'

/** The circle that sees records of a kind at a school, in the usual case. */
export function circleAt(policy: PolicyInForce, kind: string, schoolId: string): string {
  const circle = policy.pack.records[kind] === undefined ? 'incident' : kind
  return `${circle}:${schoolId}`
}

/** The policy: the promise board, and one clause. */
export const policyArea: Area = {
  name: 'policy',
  async routes(app, parts) {
    await boardPage(app, parts)
    await clausePage(app, parts)
    await documentsPage(app, parts)
  },
}
