import type { Area } from '#platform/parts.ts'
import { glassPages } from './glass/glass-pages.tsx'
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
    recordPages(app, entryHome)
  },
}
