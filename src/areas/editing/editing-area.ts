import type { Area } from '#platform/parts.ts'
import { changePages } from './pages/change-pages.tsx'
import { clausePages } from './pages/clause-pages.tsx'
import { applyPage } from './pages/conflict.tsx'
import { gridPage } from './pages/grid-page.tsx'
import { historyPages } from './pages/history-pages.tsx'
import { homePages } from './pages/home-page.tsx'
import { partPages } from './pages/part-page.tsx'
import { previewPage } from './pages/preview-page.tsx'
import { renamePage } from './pages/rename-page.tsx'
import { textPage } from './pages/text-page.tsx'
import { toldPage } from './pages/told-page.tsx'
import { yamlPages } from './pages/yaml-pages.tsx'

/** Editing a draft of the policy: a form for every part, changes of two people at once, history, files. */
export const editingArea: Area = {
  name: 'editing',
  async routes(app) {
    homePages(app)
    partPages(app)
    changePages(app)
    renamePage(app)
    applyPage(app)
    textPage(app)
    clausePages(app)
    gridPage(app)
    toldPage(app)
    previewPage(app)
    historyPages(app)
    yamlPages(app)
  },
}
