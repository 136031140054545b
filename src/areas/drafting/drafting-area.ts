import type { Area } from '#platform/parts.ts'
import { beginPages } from './pages/begin-page.tsx'
import { confirmPage } from './pages/confirm-page.tsx'
import { draftPage } from './pages/draft-page.tsx'
import { faultsPage } from './pages/faults-page.tsx'
import { listPage } from './pages/list-page.tsx'
import { postsPages } from './pages/posts-page.tsx'
import { previewPage } from './pages/preview-page.tsx'
import { proposalsPage } from './pages/proposals-page.tsx'
import { schoolsPage } from './pages/schools-page.tsx'
import { settlePage } from './pages/settle-page.tsx'
import { takePages } from './pages/take-pages.tsx'
import { suggestionsPage } from './suggestions/suggestions-page.tsx'

/** Drafts of the policy: begun, settled, made one's own, until they are approved and published. */
export const draftingArea: Area = {
  name: 'drafting',
  async routes(app, parts) {
    listPage(app, parts)
    beginPages(app, parts)
    draftPage(app, parts)
    settlePage(app, parts)
    confirmPage(app, parts)
    postsPages(app)
    faultsPage(app)
    previewPage(app)
    schoolsPage(app)
    proposalsPage(app, parts)
    takePages(app, parts)
    suggestionsPage(app)
  },
}
