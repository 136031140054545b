import type { Web } from '#platform/web/server.ts'
import { contactPages } from '../contacts/contact-pages.tsx'
import { toldPages } from '../contacts/told-pages.tsx'
import { formPage } from '../form/form-page.tsx'
import type { RecordHome } from '../home.ts'
import { looksPage } from '../looks/looks-page.tsx'
import { whyPage } from '../looks/why-page.tsx'
import { wallsPage } from '../walls/walls-page.tsx'
import { peoplePage } from './people-page.tsx'
import { reasonPages } from './reason-pages.ts'
import { stepPage } from './step-page.tsx'

/** The pages that every kind of record has beside its own: its steps, its people, and what is done to the whole of it. */
export function recordPages(app: Web, home: RecordHome): void {
  stepPage(app, home)
  formPage(app, home)
  peoplePage(app, home)
  reasonPages(app, home)
  wallsPage(app, home)
  looksPage(app, home)
  whyPage(app, home)
  toldPages(app, home)
  contactPages(app, home)
}
