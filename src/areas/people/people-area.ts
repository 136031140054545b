import type { Area } from '#platform/parts.ts'
import { importPeople } from './jobs/import-people.ts'
import { importPages } from './pages/import-page.tsx'
import { paths } from './paths.ts'
import { IMPORTERS } from './policy.ts'

/** The people of the organisation; the pages bring rosters in. */
export const peopleArea: Area = {
  name: 'people',
  menu: [{ href: paths.imports.to(), label: 'Import people', for: ['staff'], posts: IMPORTERS, order: 90 }],
  async routes(app) {
    await importPages(app)
  },
  tasks: (parts) => ({ import_people: importPeople(parts.db) }),
}
