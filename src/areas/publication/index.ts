import type { Area } from '#platform/parts.ts'
import { doorPage } from './pages/door-page.tsx'
import { posterPages } from './pages/poster-pages.tsx'
import { publicPages } from './pages/public-pages.tsx'
import { reviewPages } from './pages/review-pages.tsx'
import { textPages } from './pages/text-pages.tsx'

export { setPolicyPage } from './commands/set-policy-page.ts'

/** The policy as it is read: by everybody who is signed in, and by everybody else when the school wishes it. */
export const publicationArea: Area = {
  name: 'publication',
  menu: [{ href: '/policy', label: 'Policy', for: ['staff', 'governor', 'parent', 'pupil', 'visitor'], order: 70 }],
  async routes(app, parts) {
    await textPages(app)
    await publicPages(app, parts)
    await doorPage(app, parts)
    await posterPages(app, parts)
    await reviewPages(app, parts)
  },
}
