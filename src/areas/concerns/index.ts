import { z } from 'zod'
import { savedPages } from '#areas/records/index.ts'
import { systemActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { JobPayload } from '#platform/jobs/runner.ts'
import type { Area, Parts } from '#platform/parts.ts'
import { endTaken } from './jobs/end-taken.ts'
import { tellOfConcern } from './jobs/tell-handlers.ts'
import { tellOfCaseOver } from './jobs/tell-of-case-over.ts'
import { tellOfMessage } from './jobs/tell-of-message.ts'
import { callPage } from './pages/call-page.tsx'
import { chosenPage } from './pages/chosen-page.ts'
import { closePage } from './pages/close-page.tsx'
import { entryPage } from './pages/entry-page.tsx'
import { filePage } from './pages/file-pages.ts'
import { givePage } from './pages/give-page.ts'
import { joinPage } from './pages/join-page.tsx'
import { listFiles } from './pages/list-files.tsx'
import { listPage } from './pages/list-page.tsx'
import { minePage } from './pages/mine-page.tsx'
import { publicBackPage } from './pages/public-back-page.tsx'
import { publicTellPage } from './pages/public-tell-page.tsx'
import { showPage } from './pages/show-page.tsx'
import { tellPage } from './pages/tell-page.tsx'
import { youSaidPages } from './pages/you-said-pages.tsx'
import { savedHome } from './saved-home.ts'

export { closeConcern } from './commands/close-concern.ts'
export { giveConcerns } from './commands/give-concern.ts'
export { joinConcern, partConcern } from './commands/join-concerns.ts'
export { nameStaff } from './commands/name-staff.ts'
export { settleConcernByCase } from './commands/settle-concern.ts'
export { takeConcern } from './commands/take-concern.ts'
export { tellByMonitoring } from './commands/tell-by-monitoring.ts'
export type { TellConcern } from './commands/tell-concern.ts'
export { tellConcern } from './commands/tell-concern.ts'
export { writeMessage } from './commands/write-message.ts'
export { writeNote } from './commands/write-note.ts'
export { decideYouSaid, writeYouSaid } from './commands/you-said.ts'
export { tellOfConcern } from './jobs/tell-handlers.ts'
export { tellOfCaseOver } from './jobs/tell-of-case-over.ts'
export { tellOfMessage } from './jobs/tell-of-message.ts'
export { openDoor } from './public-door.ts'
export { readConcernForCase } from './queries/concern-for-case.ts'
export { findByReceipt } from './queries/find-by-receipt.ts'
export { countConcerns, listConcerns } from './queries/list-concerns.ts'
export { concernOrders } from './queries/list-order.ts'
export { myConcerns } from './queries/mine.ts'
export { waitingConcerns } from './queries/waiting.ts'
export { receiptKey } from './receipt.ts'
export { concernStandings } from './standings.ts'
export { bandOf } from './tellers.ts'

const payload = z.object({ concernId: z.uuid() })
const ofCase = z.object({ recordId: z.uuid() })

/** Concerns: telling the school, with or without a name, and looking after what was told. */
export const concernsArea: Area = {
  name: 'concerns',
  menu: [{ href: '/concerns', label: 'Concerns', for: ['staff'], order: 15 }],
  async routes(app, parts) {
    await publicTellPage(app, parts)
    await publicBackPage(app, parts)
    await tellPage(app, parts)
    await entryPage(app, parts)
    await minePage(app, parts)
    await listPage(app, parts)
    await listFiles(app, parts)
    savedPages(app, savedHome)
    await chosenPage(app)
    await givePage(app)
    await showPage(app, parts)
    await callPage(app, parts)
    await youSaidPages(app, parts)
    await joinPage(app, parts)
    await filePage(app, parts)
    await closePage(app)
  },
  tasks: (parts) => ({
    concern_told: (given) => asConcerns(parts, given, tellOfConcern),
    concern_case_over: (given) =>
      asSystem(parts, given.organisationId, (tx) => tellOfCaseOver(tx, ofCase.parse(given).recordId)),
    concern_message: (given) => asConcerns(parts, given, tellOfMessage),
    // Posts end between one day and the next.
    async concerns_day({ organisationId }) {
      await parts.db.inTx(systemActor(organisationId, 'concerns'), (tx) => endTaken(tx))
    },
  }),
}

const asSystem = (parts: Parts, organisationId: string, work: (tx: Tx) => Promise<void>): Promise<void> =>
  parts.db.inTx(systemActor(organisationId, 'concerns'), work)

function asConcerns(
  parts: Parts,
  given: JobPayload,
  work: (tx: Tx, concernId: string) => Promise<void>,
): Promise<void> {
  const { concernId } = payload.parse(given)
  return asSystem(parts, given.organisationId, (tx) => work(tx, concernId))
}
