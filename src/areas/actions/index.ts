import { z } from 'zod'
import { actionHome, exceptionHome, recordPages } from '#areas/records/index.ts'
import { systemActor } from '#core/actor.ts'
import type { Area } from '#platform/parts.ts'
import { endDue } from './jobs/end-lasting.ts'
import { WORDS } from './list-of.ts'
import { askPages } from './pages/ask-page.tsx'
import { letterPages } from './pages/letter-pages.tsx'
import { listFiles } from './pages/list-files.tsx'
import { listPage } from './pages/list-page.tsx'
import { recordPage } from './pages/record-page.tsx'
import { takePage } from './pages/take-page.tsx'
import { paths } from './paths.ts'

export { askException } from './commands/ask-exception.ts'
export { takeAction } from './commands/take-action.ts'
export { endDue } from './jobs/end-lasting.ts'
export { liftedNow } from './queries/lifted-now.ts'
export { actionStandings } from './standings.ts'

/** What was decided for or against somebody, and the exceptions of the policy. */
export const actionsArea: Area = {
  name: 'actions',
  menu: [
    { href: paths.action.list.to(), label: 'Actions', for: ['staff', 'governor'], order: 22 },
    { href: paths.exception.list.to(), label: 'Exceptions', for: ['staff', 'governor'], order: 23 },
    { href: paths.letter.list.to(), label: 'Letters', for: ['parent', 'visitor'], order: 24 },
    { href: paths.letter.list.to(), label: 'Letters to you', for: ['staff', 'governor'], order: 24, seldom: true },
  ],
  async routes(app, parts) {
    listPage(app, 'action')
    listFiles(app, 'action')
    takePage(app)
    recordPage(app, parts, actionHome, WORDS.action.title)
    recordPages(app, actionHome)
    listPage(app, 'exception')
    listFiles(app, 'exception')
    askPages(app)
    recordPage(app, parts, exceptionHome, WORDS.exception.title)
    recordPages(app, exceptionHome)
    letterPages(app)
  },
  tasks: (parts) => ({
    async end_lasting(payload) {
      const { organisationId } = payload
      const happened = happenedShape.safeParse(payload)
      const system = systemActor(organisationId, 'actions')
      await parts.db.inTx(system, (tx) => endDue(tx, system, happened.success ? happened.data : null))
    },
  }),
}

const happenedShape = z.object({ records: z.array(z.uuid()), event: z.string() })
