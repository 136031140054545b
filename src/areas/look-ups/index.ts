import type { Area } from '#platform/parts.ts'
import { answerPage } from './pages/answer-page.tsx'
import { askPage } from './pages/ask-page.tsx'
import { policyPages } from './pages/policy-pages.tsx'

export { papersOf, piecesOf } from './documents.ts'
export { gridsOf } from './may-i/grids.ts'
export { tableStandings } from './standings.ts'

/** Look-ups: what one may do, who does what, where help is, and the law that the policy names. */
export const lookUpsArea: Area = {
  name: 'look-ups',
  menu: [{ href: '/may-i', label: 'May I?', for: ['staff', 'governor', 'parent', 'pupil', 'visitor'], order: 72 }],
  async routes(app) {
    await askPage(app)
    await answerPage(app)
    await policyPages(app)
  },
}
