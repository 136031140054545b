import type { PersonActor } from '#core/actor.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import type { Desk } from '../support/desk.ts'
import { putInEvidence } from '../support/put-in-evidence.ts'
import type { CaseDesk } from './case-desk.ts'
import { evidenceAskedOn } from './paper-desk.ts'

/** Somebody at Chromium, who reads, fills in and clicks. */
export const browserDesk = (t: TestDatabase, person: PersonActor, desk: Desk): CaseDesk => ({
  opensCase: (answers, perhaps) => desk.opensCase(answers, perhaps),
  status: (record) => desk.opens(record),
  mayTake: (record) => desk.mayTake(record),
  takes: async (record, step, answers = {}) => {
    await desk.goesTo(record, step)
    // A step that asks for evidence is done with what is there by then.
    const kind = evidenceAskedOn(await desk.page.content())
    if (kind !== null && answers.needed !== 'no') {
      await putInEvidence(t, person, record, kind)
      await desk.page.reload({ waitUntil: 'domcontentloaded' })
    }
    // What is asked only after the first try, such as a reason for a departure, is filled in then.
    if ((await desk.tries(record, step, answers)) !== '') await desk.takes(record, step, answers)
  },
  moves: (record, chart) => desk.moves(record, chart),
  names: (record, named) => desk.names(record, named),
})
