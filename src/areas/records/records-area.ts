import { systemActor } from '#core/actor.ts'
import type { Area } from '#platform/parts.ts'
import { endAssignments } from './assign/end-assignments.ts'
import { changeEntryPage } from './entries/change-entry-page.tsx'
import { seedEntries } from './entries/seed-entries.ts'
import { glassPages } from './glass/glass-pages.tsx'
import { passOnGlass } from './glass/pass-on.ts'
import { entryPage } from './pages/entry-page.tsx'
import { openEntryPage } from './pages/open-entry-page.tsx'
import { recordPages } from './pages/record-pages.ts'
import { registerFiles } from './pages/register-files.tsx'
import { registerPage } from './pages/register-page.tsx'
import { registersPage } from './pages/registers-page.tsx'
import { entryHome } from './register-paths.ts'

/** Records: every kind that a pack declares as a register, request, loan or checklist, on pages. */
export const recordsArea: Area = {
  name: 'records',
  menu: [{ href: '/registers', label: 'Registers', for: ['staff', 'governor'], order: 28 }],
  async routes(app, parts) {
    glassPages(app)
    registersPage(app)
    openEntryPage(app)
    registerFiles(app, parts)
    registerPage(app, parts)
    entryPage(app, parts)
    changeEntryPage(app)
    recordPages(app, entryHome)
  },
  tasks: (parts) => ({
    // Posts end between one day and the next: what their holders had is nobody's then, and stands in the list as that.
    async end_assignments({ organisationId }) {
      await parts.db.inTx(systemActor(organisationId, 'records/assign'), (tx) => endAssignments(tx))
    },
    async record_glass_late({ organisationId, id }) {
      await parts.db.inTx(systemActor(organisationId, 'records/glass'), (tx) => passOnGlass(tx, String(id)))
    },
    async seed_entries({ organisationId }) {
      const system = systemActor(organisationId, 'records/entries')
      await parts.db.inTx(system, (tx) => seedEntries(tx, system))
    },
  }),
}
