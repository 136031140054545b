import type { Area } from '#platform/parts.ts'
import { listFiles } from './pages/list-files.tsx'
import { listPage } from './pages/list-page.tsx'
import { measurePage } from './pages/measure-page.tsx'
import { paths } from './paths.ts'

export type { CheckMeasure } from './commands/check-measure.ts'
export { checkMeasure } from './commands/check-measure.ts'
export { measureStandings } from './standings.ts'

/** Measures: what protects systems and information, who holds it, and what was seen when somebody looked. */
export const measuresArea: Area = {
  name: 'measures',
  menu: [{ href: paths.list.to(), label: 'Measures', for: ['staff', 'governor'], order: 29 }],
  async routes(app) {
    listPage(app)
    listFiles(app)
    measurePage(app)
  },
}
