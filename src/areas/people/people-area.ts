import { circleOfOffice } from '#areas/policy/index.ts'
import type { Area } from '#platform/parts.ts'
import { importPeople } from './jobs/import-people.ts'
import { awayPages } from './pages/away-pages.tsx'
import { importPages } from './pages/import-page.tsx'
import { peoplePages } from './pages/people-pages.tsx'
import { paths } from './paths.ts'

const needs = (offices: ReadonlySet<string>) => offices.has(circleOfOffice('people'))

/** The people of the organisation: found, brought in by rosters, known by the facts that a policy asks for, away and back. */
export const peopleArea: Area = {
  name: 'people',
  menu: [{ href: paths.people.to(), label: 'People', for: ['staff'], needs, order: 90 }],
  async routes(app) {
    await importPages(app)
    await peoplePages(app)
    await awayPages(app)
  },
  tasks: (parts) => ({ import_people: importPeople(parts.db) }),
}
