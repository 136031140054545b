import { recordPages, savedPages } from '#areas/records/index.ts'
import type { Area } from '#platform/parts.ts'
import { boardPage } from './board/board-page.tsx'
import { chronologyPage } from './chronology/chronology-page.tsx'
import { givePage } from './give/give-page.ts'
import { incidentHome } from './home.ts'
import { followUpPage } from './lessons/follow-up-page.tsx'
import { linkPages } from './links/link-pages.tsx'
import { casePage } from './pages/case-page.tsx'
import { chosenPage } from './pages/chosen-page.ts'
import { listPage } from './pages/list-page.tsx'
import { logPages } from './pages/log-pages.tsx'
import { notesPages } from './pages/notes-page.tsx'
import { openPage } from './pages/open-page.tsx'
import { teacherPage } from './pages/teacher-page.tsx'
import { referralPages } from './referral/referral-pages.tsx'
import { supportPage } from './support/support-page.tsx'

export { awaitedSteps } from './board/open-steps.ts'
export { incidentHome } from './home.ts'
export { incidentKinds } from './kinds.ts'
export { addFollowUp, type FollowUpInput } from './lessons/add-follow-up.ts'
export { linkCases } from './links/link-cases.ts'
export { listRepeats } from './queries/list-repeats.ts'
export { type WriteSupport, writeSupport } from './support/write-support.ts'

import { savedHome } from './saved-home.ts'
import { trendsPages } from './trends/trends-page.tsx'

/** Incidents: the log, the case with its chart, one question a page. */
export const incidentsArea: Area = {
  name: 'incidents',
  menu: [
    { href: '/incidents', label: 'Incidents', for: ['staff', 'governor'], order: 20 },
    { href: '/notes', label: 'For you to know', for: ['staff'], order: 25 },
  ],
  async routes(app, parts) {
    await listPage(app, parts)
    await logPages(app, parts)
    savedPages(app, savedHome)
    await chosenPage(app)
    await boardPage(app, parts)
    await trendsPages(app)
    await givePage(app)
    await openPage(app)
    await casePage(app, parts)
    recordPages(app, incidentHome)
    await teacherPage(app)
    await linkPages(app)
    await referralPages(app)
    await chronologyPage(app, parts)
    followUpPage(app)
    supportPage(app)
    await notesPages(app, parts)
  },
}
